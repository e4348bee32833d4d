/** The offline help of the blocks: pages of docs/blocks-help, a section a block. Loaded when it is first asked for. */

const PAGES = import.meta.glob<string>('../../../docs/blocks-help/*.md', {
  query: '?raw',
  import: 'default',
});

export interface HelpSection {
  /** The block type that it is about. */
  readonly type: string;
  readonly title: string;
  readonly markdown: string;
}

export interface HelpPage {
  /** Title of the page. */
  readonly page: string;
  readonly section: HelpSection;
  /** The other sections of the same page. */
  readonly others: readonly HelpSection[];
}

/** Undefined where no page tells about the block. */
export async function helpFor(type: string): Promise<HelpPage | undefined> {
  const texts = await Promise.all(Object.values(PAGES).map((load) => load()));
  for (const text of texts) {
    const { title, sections } = readHelpPage(text);
    const section = sections.find((each) => each.type === type);
    if (section) return { page: title, section, others: sections.filter((each) => each !== section) };
  }
  return undefined;
}

/** A section begins with its block type in the heading: ``## `sleep`: wait some seconds``. */
export function readHelpPage(text: string): {
  readonly title: string;
  readonly sections: readonly HelpSection[];
} {
  const [head = '', ...pieces] = text.split(/^## /m);
  const sections = pieces.flatMap((piece) => {
    const heading = /^`(\w+)`: (.+)\n/.exec(piece);
    const [whole, type, title] = heading ?? [];
    return whole && type && title ? [{ type, title, markdown: piece.slice(whole.length).trim() }] : [];
  });
  return { title: /^# (.+)$/m.exec(head)?.[1] ?? '', sections };
}
