/** Where a form leads once it is saved: to the list, nowhere, or to an empty form for the next one. */
export type AfterSaving = 'list' | 'stay' | 'another';

export const saveChoices: readonly { readonly after: AfterSaving; readonly label: string }[] = [
  { after: 'list', label: 'Save' },
  { after: 'another', label: 'Save and add another' },
  { after: 'stay', label: 'Save and continue editing' },
];
