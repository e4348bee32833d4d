import { describe, expect, it } from 'vitest';
import { renderInlineMarkdown, renderMarkdown } from './markdown.ts';

describe('renderMarkdown', () => {
  it('formats text and keeps code as written', () => {
    expect(renderMarkdown('A **bold** word')).toBe('<p>A <strong>bold</strong> word</p>\n');
    expect(renderMarkdown('```python\nif a < b & c:\n    x = "1"\n```')).toBe(
      '<pre tabindex="0"><code>if a &lt; b &amp; c:\n    x = "1"</code></pre>\n',
    );
  });

  it.each([
    ['<script>alert(1)</script>', 'script'],
    ['<img src=x onerror=alert(1)>', 'onerror'],
    ['[go](javascript:alert(1))', 'javascript'],
    ['<iframe src="https://example.org"></iframe>', 'iframe'],
    ['<p style="position:fixed">x</p>', 'style'],
  ])('takes the harm out of %s', (source, harm) => {
    expect(renderMarkdown(source)).not.toContain(harm);
  });

  it('keeps links to the outside', () => {
    expect(renderMarkdown('[docs](https://docs.micropython.org)')).toContain(
      'href="https://docs.micropython.org"',
    );
  });

  it('renders a line without a paragraph and without blocks', () => {
    expect(renderInlineMarkdown('`led` is *on* <img src=x>')).toBe('<code>led</code> is <em>on</em> ');
  });
});
