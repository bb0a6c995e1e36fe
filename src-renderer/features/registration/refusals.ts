import { CallFailure } from '../../api/failures';

/**
 * What the main side says against the fields of a type, under the names that a form has for them which asks for them
 * beside other things.
 */
export async function sendValues<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (refusal) {
    if (!(refusal instanceof CallFailure) || !refusal.error.fields) throw refusal;
    const named = Object.entries(refusal.error.fields).map(([path, text]) => [fieldName(path), text] as const);
    throw new CallFailure(refusal.procedure, { ...refusal.error, fields: Object.fromEntries(named) });
  }
}

function fieldName(path: string): string {
  return path.replace(/^values\./, '');
}
