/** Makes something when it is first needed: a formatter of dates takes as long to make as a screen to draw. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
