'use strict';

/* The forms of administration: they say while one types what is wrong, and have rows to add and texts to insert. */
(() => {
  const fieldOf = element => element.closest && element.closest('.field');

  /* A field that nobody has been to yet is not blamed. */
  const touch = event => {
    const field = fieldOf(event.target);
    if (field && field.closest('.entry-form')) field.classList.add('touched');
  };
  document.addEventListener('focusout', touch);
  document.addEventListener('change', touch);

  const mark = form => form.querySelectorAll('.field').forEach(field => {
    const wrong = field.classList.contains('touched') && field.querySelector(':scope > .mistake:not(:empty)');
    field.querySelectorAll('input, select, textarea').forEach(input => {
      if (fieldOf(input) !== field) return;
      if (wrong) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    });
  });
  ['htmx:afterSettle', 'htmx:oobAfterSwap', 'focusout'].forEach(name =>
    document.addEventListener(name, () => document.querySelectorAll('.entry-form').forEach(mark)));

  const changed = element => element.dispatchEvent(new Event('change', { bubbles: true }));

  const addRow = button => {
    const body = button.closest('fieldset').querySelector('tbody');
    const row = body.lastElementChild.cloneNode(true);
    row.querySelectorAll('input, select').forEach(input => { input.value = ''; });
    body.append(row);
    row.querySelector('input, select').focus();
  };

  const removeRow = button => {
    const row = button.closest('tr');
    const body = row.parentElement;
    if (body.children.length === 1) row.querySelectorAll('input, select').forEach(input => { input.value = ''; });
    else row.remove();
    changed(body);
    (body.querySelector('input, select') || body).focus();
  };

  /* Puts a text where the cursor is, in the editor or in a plain text area. */
  const insert = (area, text, html) => {
    const editor = window.hugerte && area.id && window.hugerte.get(area.id);
    if (editor) {
      editor.insertContent(html || text.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
      editor.focus();
    } else {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      area.focus();
    }
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };

  document.addEventListener('click', event => {
    const add = event.target.closest('[data-add-row]');
    if (add) return addRow(add);
    const remove = event.target.closest('[data-remove-row]');
    if (remove) return removeRow(remove);
    const inserting = event.target.closest('[data-insert]');
    if (inserting) insert(document.getElementById(inserting.dataset.into), inserting.dataset.insert);
  });

  document.addEventListener('change', event => {
    const picker = event.target;
    if (picker.matches('select[data-inserts]') && picker.value) {
      const option = picker.selectedOptions[0];
      insert(document.getElementById(picker.dataset.inserts), option.dataset.text || '', option.dataset.html);
      picker.value = '';
    }
    if (picker.matches('input[type=file][data-into]') && picker.files.length) {
      picker.files[0].text().then(text => {
        const area = document.getElementById(picker.dataset.into);
        area.value = text;
        changed(area);
      });
    }
  });
})();
