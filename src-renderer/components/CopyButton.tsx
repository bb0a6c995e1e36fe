import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { Box, Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { showFailureToast } from './toasts';
import { visuallyHidden } from './visuallyHidden';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
  /** Beside a sentence, where a frame would be too much. */
  readonly isPlain?: boolean;
}

const saidFor = 2_500;

export function CopyButton({ text, label = 'Copy', isPlain = false }: CopyButtonProps) {
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
        variant={isPlain ? 'text' : 'outlined'}
        size={isPlain ? 'small' : 'medium'}
        color="inherit"
        startIcon={isCopied ? <CheckIcon aria-hidden /> : <ContentCopyIcon aria-hidden />}
        onClick={() => void copy()}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {/* Both words lie in one place, so that the button keeps its width. */}
        <Box component="span" sx={{ display: 'inline-grid', '& > span': { gridArea: '1 / 1' } }}>
          <Box component="span" sx={{ visibility: isCopied ? 'hidden' : undefined }}>
            {label}
          </Box>
          <Box component="span" sx={{ visibility: isCopied ? undefined : 'hidden' }}>
            Copied
          </Box>
        </Box>
      </Button>
      {/* Beside the button: a status inside it would take away its name. */}
      <Box component="span" role="status" sx={visuallyHidden}>
        {isCopied && 'Copied'}
      </Box>
    </>
  );
}
