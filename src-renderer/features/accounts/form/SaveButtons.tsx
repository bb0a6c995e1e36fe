import { ActionButton } from '../../../components/ActionButton';
import { type AfterSaving, saveChoices } from './save-choices';

interface SaveButtonsProps {
  /** The one that was pressed last: it shows that it is at work. */
  readonly chosen: AfterSaving;
  readonly onChoose: (after: AfterSaving) => void;
  readonly isRunning: boolean;
}

/** The three ways to save a form. Enter in a field presses the first one. */
export function SaveButtons({ chosen, onChoose, isRunning }: SaveButtonsProps) {
  return saveChoices.map(({ after, label }, index) => (
    <ActionButton
      key={after}
      type="submit"
      variant={index === 0 ? 'contained' : 'outlined'}
      color={index === 0 ? 'primary' : 'inherit'}
      isRunning={isRunning && chosen === after}
      onClick={() => onChoose(after)}
    >
      {label}
    </ActionButton>
  ));
}
