import { useEffect, useRef } from 'react';
import type { ContractForm } from '../../../components/form/useContractForm';
import type { Template } from './MessagePanel';
import type { ReasonAndMessage, TypedMessage } from './message-form';

/**
 * Puts the text of the template that is chosen into the message, unless something was written there by hand. Returns
 * how to put it in all the same.
 */
export function useTemplateText(
  { watch, getValues, setValue }: ContractForm<TypedMessage, ReasonAndMessage>,
  templates: readonly Template[],
): () => void {
  const templateId = watch('templateId');
  const before = useRef(templateId);

  function textOf(id: string): string {
    return templates.find((template) => template.id === id)?.text ?? '';
  }

  function putIn(): void {
    setValue('message', textOf(getValues('templateId')), { shouldDirty: true, shouldValidate: true });
  }

  useEffect(() => {
    if (templateId === before.current) return;
    const isUntouched = ['', textOf(before.current)].includes(getValues('message'));
    before.current = templateId;
    if (isUntouched) putIn();
  });

  return putIn;
}
