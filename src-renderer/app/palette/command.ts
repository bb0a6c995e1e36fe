export interface Command {
  readonly id: string;
  readonly label: string;
  /** The heading it stands under, such as "Go to". */
  readonly group: string;
  readonly run: () => void;
}
