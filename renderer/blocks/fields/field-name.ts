/** Fields for Python names, with dots or in lists. Spaces become underscores; what Python would not take is not taken. */

import * as Blockly from 'blockly/core';
import { FIELD } from '../field-types.ts';
import { toName } from '../program/literals.ts';
import { parseModule } from '../python/parse-module.ts';
import { focusChoice, nameMenu } from './name-menu.ts';
import { type NameHolder, type NameRole, namesOf } from './names.ts';

interface FieldNameConfig extends Blockly.FieldTextInputConfig {
  readonly text?: string;
  readonly role?: NameRole;
  /** False where a new name is wanted, so that there is nothing to choose from. */
  readonly menu?: boolean;
}

export class FieldName extends Blockly.FieldTextInput implements NameHolder {
  static readonly TYPE = FIELD.name;
  readonly role: NameRole;
  readonly #hasMenu: boolean;
  #menu: HTMLElement | undefined;

  constructor(name: string, config: FieldNameConfig = {}) {
    super(name, undefined, { spellcheck: false, ...config });
    this.role = config.role ?? 'variable';
    this.#hasMenu = config.menu ?? true;
  }

  static override fromJson(config: FieldNameConfig): FieldName {
    return new FieldName(config.text ?? 'x', config);
  }

  names(): string[] {
    const name = this.getValue();
    return name ? [name] : [];
  }

  protected override doClassValidation_(value?: unknown): string | null {
    const parts = String(value ?? '')
      .split('.')
      .map(toName);
    return parts.includes(undefined) ? null : parts.join('.');
  }

  protected override showEditor_(event?: Event, quietInput = false): void {
    super.showEditor_(event, quietInput);
    const workspace = this.getSourceBlock()?.workspace;
    const names = workspace ? namesOf(workspace, this.role).filter((name) => name !== this.getValue()) : [];
    if (!this.#hasMenu || names.length === 0) return;
    const close = (): void => Blockly.WidgetDiv.hideIfOwner(this);
    const onchoose = (name: string): void => {
      this.setEditorValue_(name);
      close();
    };
    this.#menu = nameMenu({ names, onchoose, onclose: close });
    Blockly.DropDownDiv.getContentDiv().replaceChildren(this.#menu);
    Blockly.DropDownDiv.setColour('var(--color-surface-raised, #fff)', 'var(--color-border, #dfdcd5)');
    Blockly.DropDownDiv.showPositionedByField<string>(this, () => (this.#menu = undefined), undefined, false);
  }

  protected override widgetDispose_(): void {
    super.widgetDispose_();
    Blockly.DropDownDiv.hideIfOwner<string>(this, true);
  }

  protected override onHtmlInputKeyDown_(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && this.#menu) {
      event.preventDefault();
      focusChoice(this.#menu, 1);
      return;
    }
    super.onHtmlInputKeyDown_(event);
  }
}

/** A field for the inputs of a function, as they are written: names with commas between them, defaults, stars, or nothing. */
export class FieldNameList extends Blockly.FieldTextInput implements NameHolder {
  static readonly TYPE = FIELD.nameList;
  readonly role = 'variable';

  static override fromJson(config: FieldNameConfig): FieldNameList {
    return new FieldNameList(config.text ?? '', undefined, { spellcheck: false });
  }

  names(): string[] {
    return splitNames(this.getValue() ?? '');
  }

  protected override doClassValidation_(value?: unknown): string | null {
    const source = String(value ?? '');
    const names = source.split(',').map((name) => (name.trim() === '' ? '' : toName(name)));
    const tidy = names.includes(undefined) ? source : names.filter(Boolean).join(', ');
    const wanted = isParameterList(source) ? source : tidy;
    return isParameterList(wanted) ? wanted : null;
  }
}

function isParameterList(source: string): boolean {
  return parseModule(`def f(${source}\n): pass\n`).ok;
}

/** The names that the inputs have inside the function. */
function splitNames(source: string): string[] {
  return source
    .split(',')
    .map((part) => /^\s*\**\s*([\p{L}_][\p{L}\p{N}_]*)/u.exec(part)?.[1] ?? '')
    .filter(Boolean);
}
