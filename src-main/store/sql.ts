/** A piece of SQL with what stands for its question marks. */
export interface Sql {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** Conditions of a query, joined by AND, in the order of their question marks. */
export class Conditions {
  readonly #parts: string[] = [];
  readonly params: (string | number)[] = [];

  add(sql: string, ...params: readonly (string | number)[]): this {
    this.#parts.push(sql);
    this.params.push(...params);
    return this;
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' AND ');
  }

  /** Whether one of them begins with this. */
  asks(beginning: string): boolean {
    return this.#parts.some((part) => part.startsWith(beginning));
  }
}
