// biome-ignore-all lint/a11y/useSemanticElements: a datalist replaces the whole text, and cannot complete its last word
// biome-ignore-all lint/a11y/useFocusableInteractive: the text box keeps the focus and names its active option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the text box has the keyboard
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import { type Option, optionsFor } from '../filter/complete.ts';
import { vocabularyOf } from '../filter/vocabulary.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { visibleText } from './visible-text.ts';

const NONE: readonly Option[] = [];
const LIST = 'filter-options';
const optionId = (index: number): string => `filter-option-${index}`;

interface FilterBoxProps {
  readonly panel: PanelStore;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** A combobox: typing filters at once, and offers what the word at the caret may become. */
export function FilterBox({ panel, inputRef }: FilterBoxProps) {
  const { filter } = panel;
  const [options, setOptions] = useState(NONE);
  const [active, setActive] = useState(-1);
  const caret = useRef<number | null>(null);
  const text = filter.text.value;

  const offer = (input: HTMLInputElement) => {
    const at = input.selectionStart ?? input.value.length;
    setOptions(optionsFor(input.value, at, vocabularyOf(panel.recording, panel.judgements)));
    setActive(-1);
  };
  const close = () => {
    setOptions(NONE);
    setActive(-1);
  };
  const take = (option: Option) => {
    filter.setText(option.text);
    caret.current = option.caret;
    setActive(-1);
    // A field that was chosen asks for its value next.
    setOptions(
      option.value === null
        ? optionsFor(option.text, option.caret, vocabularyOf(panel.recording, panel.judgements))
        : NONE,
    );
  };
  useLayoutEffect(() => {
    if (caret.current === null) return;
    inputRef.current?.focus();
    inputRef.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text, options]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const option = options[active];
    if (options.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const step = key === 'ArrowDown' ? 1 : -1;
      setActive(active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length);
    } else if (option && (key === 'Enter' || key === 'Tab')) {
      take(option);
    } else if (options.length > 0 && key === 'Escape') {
      close();
      // DevTools would open its drawer.
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="filter-box">
      <input
        ref={inputRef}
        type="text"
        class="filter"
        data-testid="filter"
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        {...(active >= 0 ? { 'aria-activedescendant': optionId(active) } : {})}
        placeholder={ui.filter}
        aria-label={ui.filterLabel}
        title={ui.filterTitle}
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          filter.setText(event.currentTarget.value);
          offer(event.currentTarget);
        }}
        onClick={(event) => offer(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {text !== '' && (
        <button
          type="button"
          class="button filter-clear"
          aria-label={ui.clearFilter}
          title={ui.clearFilter}
          data-testid="filter-clear"
          onClick={() => {
            filter.setText('');
            inputRef.current?.focus();
          }}
        >
          ✕
        </button>
      )}
      <div
        id={LIST}
        role="listbox"
        aria-label={ui.filterOptions}
        class="filter-options"
        data-testid="filter-options"
        hidden={options.length === 0}
      >
        {options.map((option, index) => (
          <div
            key={option.label}
            id={optionId(index)}
            role="option"
            class="filter-option"
            data-testid="filter-option"
            aria-selected={index === active}
            // The text box keeps the focus: losing it closes the list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <span dir="ltr">{visibleText(option.label)}</span>
            {option.value === null && <span class="filter-hint">{ui.filterHints[option.field]}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
