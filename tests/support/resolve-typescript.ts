import { registerHooks } from 'node:module';

/** Lets a plain Node process run the project's sources, whose imports name no file extension. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!specifier.startsWith('.') || !context.parentURL?.endsWith('.ts')) return nextResolve(specifier, context);
    for (const ending of ['', '.ts', '/index.ts']) {
      try {
        return nextResolve(`${specifier}${ending}`, context);
      } catch (error) {
        if (ending === '/index.ts') throw error;
      }
    }
    return nextResolve(specifier, context);
  },
});
