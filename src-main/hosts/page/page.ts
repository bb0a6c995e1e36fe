import { randomBytes } from 'node:crypto';
import { OperationalError } from '../../errors';
import { type PageFile, readPageFiles } from './files';
import { pageHeaders, plainHeaders } from './headers';

/** Stands in the built page for the nonce; see `html.cspNonce` in electron.vite.config.ts. */
const noncePlaceholder = '%STYLE_NONCE%';

export interface PageAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

/** The built renderer, as both hosts serve it. */
export interface Page {
  /** Answers a GET. `urlPath` is the path as it came, still percent-encoded, without the query. */
  answer(urlPath: string): PageAnswer;
}

/**
 * Reads the built renderer from its folder, which is `../renderer` from a built entry of the main side.
 *
 * @throws OperationalError PAGE_MISSING where no page was built.
 */
export async function loadPage(rendererDir: string): Promise<Page> {
  const files = await readPageFiles(rendererDir).catch(() => new Map<string, PageFile>());
  const index = files.get('/index.html');
  if (!index) throw new OperationalError('PAGE_MISSING', { folder: rendererDir });
  const template = index.content.toString('utf8');

  return {
    answer(urlPath) {
      const path = decodedPath(urlPath);
      // Mistyped perhaps, by a person: the page tells them so.
      if (path === null) return freshPage(template, 404);
      if (path === '/index.html' || isRoute(path)) return freshPage(template, 200);
      const file = files.get(path);
      return file ? asset(path, file) : notFound();
    },
  };
}

/** Null for a path that no window of ours asks for: malformed, encoded twice, or trying to climb. */
function decodedPath(urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const isPlain = path.startsWith('/') && !/[\p{Cc}%\\?#]|\/\//u.test(path);
  return isPlain && !path.split('/').some((segment) => segment === '.' || segment === '..') ? path : null;
}

/** The screens' own addresses have no file extension; the page's script reads them. */
function isRoute(path: string): boolean {
  return !path.slice(path.lastIndexOf('/')).includes('.');
}

function freshPage(template: string, status: PageAnswer['status']): PageAnswer {
  const nonce = randomBytes(16).toString('base64');
  const body = Buffer.from(template.replaceAll(noncePlaceholder, nonce));
  return { status, headers: pageHeaders(nonce), body };
}

function asset(path: string, file: PageFile): PageAnswer {
  const hasHashInName = /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path);
  return { status: 200, headers: plainHeaders(file.contentType, hasHashInName), body: file.content };
}

function notFound(): PageAnswer {
  return { status: 404, headers: plainHeaders('text/plain; charset=utf-8', false), body: Buffer.from('Not found') };
}
