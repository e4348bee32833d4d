/**
 * A field for raw Python, kept byte for byte. Several lines are shown as the first one and a count; they are edited in a text
 * area, where Enter makes a new line and Ctrl+Enter or Escape ends.
 */

import * as Blockly from 'blockly/core';
import { FIELD } from '../field-types.ts';
import { text } from '../messages/messages.ts';

/** In em, as in the style sheet of the editor. */
const LINE_HEIGHT = 1.4;

interface FieldSourceConfig extends Blockly.FieldTextInputConfig {
  readonly text?: string;
  readonly multiline?: boolean;
}

export class FieldSource extends Blockly.FieldTextInput {
  static readonly TYPE = FIELD.source;
  readonly #multiline: boolean;

  constructor(source: string, config: FieldSourceConfig = {}) {
    super(source, undefined, { spellcheck: false, ...config });
    this.#multiline = config.multiline ?? false;
    this.maxDisplayLength = 44;
  }

  static override fromJson(config: FieldSourceConfig): FieldSource {
    return new FieldSource(config.text ?? '', config);
  }

  protected override doClassValidation_(value?: unknown): string {
    return String(value ?? '');
  }

  protected override getText_(): string {
    const lines = (this.getValue() ?? '').split('\n');
    const first = lines[0] ?? '';
    return lines.length > 1 ? `${first} ${text('RAW_LINES', lines.length)}` : first;
  }

  protected override widgetCreate_(): HTMLInputElement | HTMLTextAreaElement {
    const input = super.widgetCreate_();
    if (!this.#multiline) return input;
    this.unbindInputEvents_();
    const area = document.createElement('textarea');
    area.className = `${input.className} pinlab-lines`;
    area.style.cssText = input.style.cssText;
    area.spellcheck = false;
    area.setAttribute('data-untyped-default-value', this.getValue() ?? '');
    area.value = area.defaultValue = this.getValue() ?? '';
    input.replaceWith(area);
    this.bindInputEvents_(area);
    // The base class keeps what is returned here; the size depends on it.
    queueMicrotask(() => this.resizeEditor_());
    return area;
  }

  protected override onHtmlInputKeyDown_(event: KeyboardEvent): void {
    if (this.#multiline && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) return;
    super.onHtmlInputKeyDown_(event);
  }

  /** The editor grows with its lines, independent of the block below it. */
  protected override resizeEditor_(): void {
    super.resizeEditor_();
    const area = this.htmlInput_;
    if (!this.#multiline || !area) return;
    const lines = area.value.split('\n');
    const longest = Math.max(...lines.map((line) => line.length));
    area.style.minHeight = `${lines.length * LINE_HEIGHT + 1}em`;
    area.style.minWidth = `${Math.min(longest + 3, 56)}ch`;
  }
}
