/** Markdown to sanitized HTML. Pictures and links are limited to what works offline or opens in the system's browser. */

import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const marked = new Marked({ gfm: true, async: false });

const ALLOWED_TAGS = [
  'a', 'b', 'blockquote', 'br', 'code', 'del', 'em', 'h1', 'h2', 'h3', 'h4', 'hr', 'i', 'img', 'kbd', 'li', 'ol', 'p',
  'pre', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
];
const ALLOWED_ATTR = ['href', 'src', 'alt', 'title', 'start', 'class', 'align'];

export function renderMarkdown(source: string): string {
  const html = marked.parse(source, { async: false });
  return DOMPurify.sanitize(html, { ALLOWED_TAGS, ALLOWED_ATTR, ALLOWED_URI_REGEXP: /^(?:https:|mailto:|data:image\/|[^:]*$)/ });
}

/** One line of Markdown without a paragraph around it. */
export function renderInlineMarkdown(source: string): string {
  return DOMPurify.sanitize(marked.parseInline(source, { async: false }), { ALLOWED_TAGS: ['b', 'code', 'em', 'i', 'strong', 'kbd', 'sub', 'sup'] });
}
