import { z } from 'zod';
import { fieldErrorText } from '../../src-shared/errors';

z.config({
  // The content security policy allows no code made from strings.
  jitless: true,
  customError: (issue) => fieldErrorText(issue).message,
});
