import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import { Box, Tab, Tabs } from '@mui/material';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { visuallyHidden } from '../../../components/visuallyHidden';
import type { DetailsForm } from './form-part';
import { type FormTab, firstError, formTabs } from './tabs';

interface FormTabsProps {
  readonly form: DetailsForm;
  readonly panels: Readonly<Record<FormTab, ReactNode>>;
}

/**
 * The form by its tabs, all of which are there at once. An error takes the focus to its field, on whatever tab, once
 * the form was sent; a tab with an error says that it has one.
 */
export function FormTabs({ form, panels }: FormTabsProps) {
  const { formState, setFocus } = form;
  const { errors, submitCount, isSubmitting } = formState;
  const [current, setCurrent] = useState<FormTab>('details');
  const told = useRef(submitCount);
  const id = useId();

  useEffect(() => {
    if (isSubmitting || submitCount === told.current) return;
    const error = firstError(errors);
    if (error && error.tab !== current) {
      setCurrent(error.tab);
      return;
    }
    told.current = submitCount;
    if (error) setFocus(error.field);
  }, [isSubmitting, submitCount, errors, current, setFocus]);

  return (
    <>
      <Tabs
        value={current}
        onChange={(_, chosen: FormTab) => setCurrent(chosen)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label="Parts of the form"
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {formTabs.map(({ name, label, fields }) => (
          <Tab
            key={name}
            value={name}
            id={`${id}-tab-${name}`}
            aria-controls={`${id}-panel-${name}`}
            label={<TabLabel label={label} hasError={fields.some((field) => errors[field])} />}
          />
        ))}
      </Tabs>
      {formTabs.map(({ name }) => (
        <Box
          key={name}
          role="tabpanel"
          id={`${id}-panel-${name}`}
          aria-labelledby={`${id}-tab-${name}`}
          hidden={name !== current}
          sx={{ minWidth: 0 }}
        >
          {panels[name]}
        </Box>
      ))}
    </>
  );
}

function TabLabel({ label, hasError }: { readonly label: string; readonly hasError: boolean }) {
  if (!hasError) return label;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'error.main' }}>
      {label}
      <ErrorIcon sx={{ fontSize: 16 }} aria-hidden />
      <Box component="span" sx={visuallyHidden}>
        , has an error
      </Box>
    </Box>
  );
}
