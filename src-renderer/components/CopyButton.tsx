import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { Box, Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { showFailureToast } from './toasts';
import { visuallyHidden } from './visuallyHidden';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
}

const saidFor = 2_500;

export function CopyButton({ text, label = 'Copy' }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      showFailureToast('This window may not copy. Select the text and copy it by keyboard.');
    }
  }

  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={isCopied ? <CheckIcon aria-hidden /> : <ContentCopyIcon aria-hidden />}
        onClick={() => void copy()}
      >
        {isCopied ? 'Copied' : label}
      </Button>
      {/* Beside the button: a status inside it would take away its name. */}
      <Box component="span" role="status" sx={visuallyHidden}>
        {isCopied && 'Copied'}
      </Box>
    </>
  );
}
