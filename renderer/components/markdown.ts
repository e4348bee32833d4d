/** Markdown to sanitized HTML. Pictures and links are limited to what works offline or opens in the system's browser. */

import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const INLINE_TAGS = ['b', 'code', 'em', 'i', 'kbd', 'strong', 'sub', 'sup'];
const BLOCK_TAGS = [
  'a',
  'blockquote',
  'br',
  'del',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
  'img',
  'li',
  'ol',
  'p',
  'pre',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
];
const ATTRIBUTES = ['align', 'alt', 'href', 'src', 'start', 'tabindex', 'title'];
/** https, mailto, embedded pictures, and addresses without a scheme. */
const ADDRESSES = /^(?:https:|mailto:|data:image\/|[^:]*$)/;

const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    // Long lines of code scroll: the keyboard must be able to get there.
    code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`,
  },
});

export function renderMarkdown(source: string): string {
  return DOMPurify.sanitize(marked.parse(source, { async: false }), {
    ALLOWED_TAGS: [...INLINE_TAGS, ...BLOCK_TAGS],
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOWED_URI_REGEXP: ADDRESSES,
  });
}

/** One line of Markdown without a paragraph around it. */
export function renderInlineMarkdown(source: string): string {
  return DOMPurify.sanitize(marked.parseInline(source, { async: false }), {
    ALLOWED_TAGS: INLINE_TAGS,
    ALLOWED_ATTR: [],
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
