const wherePeopleType =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]';
const whatAsks = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether keys are letters there, and nothing else. */
export function isTypedInto(element: Element | null): boolean {
  return element?.matches(wherePeopleType) ?? false;
}

/** Whether a key is for what is typed or asked at this moment, or has been used already, and is none for the screen. */
export function isForTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return true;
  if (event.target instanceof Element && isTypedInto(event.target)) return true;
  return document.querySelector(whatAsks) !== null;
}
