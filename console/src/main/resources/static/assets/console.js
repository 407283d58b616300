'use strict';

/* Small helpers of the pages; every page also works as plain HTML without them, except for what must be live. */
(() => {
  const longForm = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const dayForm = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
  const seenOffers = new Set();
  let firstLook = true;

  const span = seconds => {
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 60) return whole + ' s';
    if (whole < 3600) return Math.floor(whole / 60) + ' min';
    if (whole < 86400) return Math.floor(whole / 3600) + ' h ' + Math.floor(whole % 3600 / 60) + ' min';
    return Math.floor(whole / 86400) + ' d';
  };

  /* Times are sent in UTC and shown in the reader's own time zone. */
  const showTimes = root => root.querySelectorAll('time[data-time], time[data-day]').forEach(time => {
    const at = new Date(time.dateTime);
    time.textContent = ('day' in time.dataset ? dayForm : longForm).format(at);
    time.title = exact.format(at);
  });

  const tick = () => {
    document.querySelectorAll('time[data-since]').forEach(time => {
      const at = new Date(time.dateTime);
      time.textContent = span((Date.now() - at) / 1000);
      time.title = exact.format(at);
    });
    document.querySelectorAll('[data-until]').forEach(countdown => {
      const left = (new Date(countdown.dataset.until) - Date.now()) / 1000;
      if (left <= 0 && countdown.dataset.enables) return enable(countdown);
      countdown.textContent = countdown.dataset.enables ? Math.ceil(left) + ' s' : left > 0 ? Math.floor(left / 60) + ':' + String(Math.floor(left % 60)).padStart(2, '0') + ' left' : 'expired';
    });
  };

  /* What had to be waited for may be done again: the button loses its countdown. */
  const enable = countdown => {
    const button = countdown.closest('button');
    button.disabled = false;
    button.textContent = countdown.dataset.enables;
  };

  const fit = frame => {
    const body = frame.contentDocument && frame.contentDocument.body;
    if (body) frame.style.height = Math.min(2000, body.scrollHeight + 16) + 'px';
  };

  const fitFrames = root => root.querySelectorAll('iframe.body').forEach(frame => {
    const fitNow = () => fit(frame);
    const watch = () => {
      fitNow();
      if (frame.contentDocument) frame.contentDocument.addEventListener('toggle', fitNow, true);
    };
    frame.addEventListener('load', watch);
    watch();
  });

  const announceOffers = () => {
    const offers = document.querySelectorAll('[data-offer]');
    offers.forEach(offer => {
      if (!seenOffers.has(offer.dataset.offer)) {
        seenOffers.add(offer.dataset.offer);
        if (!firstLook) {
          offer.classList.add('fresh');
          notice('A mail is offered to you.', 'info');
        }
      }
    });
    if (document.getElementById('offers-title')) {
      document.title = (offers.length ? '(' + offers.length + ') ' : '') + 'Desk · Postroom';
    }
    firstLook = false;
  };

  const notice = (text, colour, stays) => {
    const line = document.createElement('div');
    line.className = 'alert alert-' + (colour || 'danger');
    line.dataset.testid = 'notice';
    line.textContent = text;
    document.getElementById('notices').replaceChildren(line);
    if (!stays) window.setTimeout(() => line.remove(), 8000);
  };

  const loadEditor = () => new Promise((resolve, reject) => {
    if (window.hugerte) return resolve(window.hugerte);
    const script = document.createElement('script');
    script.src = '/webjars/tabler__core/dist/libs/hugerte/hugerte.min.js';
    script.onload = () => resolve(window.hugerte);
    script.onerror = reject;
    document.head.append(script);
  });

  const edit = area => {
    if (area.dataset.editing) return;
    area.dataset.editing = 'true';
    loadEditor().then(hugerte => hugerte.init({
      target: area,
      menubar: false,
      branding: false,
      promotion: false,
      statusbar: false,
      plugins: 'lists link autolink autoresize',
      toolbar: 'bold italic underline | bullist numlist blockquote | link | removeformat | undo redo',
      browser_spellcheck: true,
      contextmenu: false,
      convert_urls: false,
      min_height: 220,
      max_height: 700,
      autoresize_bottom_margin: 16,
      iframe_aria_text: area.labels.length ? area.labels[0].textContent : 'Text',
      content_style: 'body{font:15px/1.5 system-ui,sans-serif;margin:.75rem}p{margin:0 0 .75rem}',
      setup: editor => {
        editor.on('change input undo redo', () => {
          editor.save();
          area.dispatchEvent(new Event('input', { bubbles: true }));
        });
        editor.addShortcut('ctrl+13', 'Send', () => send(area));
        editor.addShortcut('meta+13', 'Send', () => send(area));
      },
    })).catch(() => { /* Without the editor the plain text area stays, which is sent just as well. */ });
  };

  const send = area => {
    if (window.hugerte) window.hugerte.triggerSave();
    if (area.form.dataset.testid === 'reply-form') area.form.requestSubmit();
  };

  /* Resolves only where the user says yes. */
  const confirmed = question => new Promise(resolve => {
    const dialog = document.getElementById('confirm');
    dialog.querySelector('#confirm-question').textContent = question;
    dialog.returnValue = '';
    dialog.onclose = () => { if (dialog.returnValue === 'yes') resolve(); };
    dialog.showModal();
  });

  /* A page shown in a window over this one; where that fails, the link leads to the page as usual. */
  const openWindow = link => {
    const dialog = document.getElementById('window');
    window.htmx.ajax('GET', link.href, { target: dialog, swap: 'innerHTML', select: '#main' })
      .then(() => { if (dialog.childElementCount) dialog.showModal(); else window.location = link.href; });
  };

  const prepare = root => {
    showTimes(root);
    fitFrames(root);
    root.querySelectorAll('textarea.rich').forEach(edit);
    tick();
  };

  /* What a reader has opened stays open when the part of the page around it is fetched anew. */
  let opened = [];
  document.addEventListener('htmx:beforeSwap', event => {
    opened = [...event.detail.target.querySelectorAll('details[open][id]')].map(details => details.id);
  });
  document.addEventListener('htmx:afterSwap', () => {
    opened.forEach(id => { const details = document.getElementById(id); if (details) details.open = true; });
    opened = [];
  });

  document.addEventListener('DOMContentLoaded', () => {
    prepare(document);
    announceOffers();
    window.setInterval(tick, 1000);
  });

  document.addEventListener('htmx:load', event => {
    prepare(event.detail.elt.parentElement || document);
    announceOffers();
  });

  document.addEventListener('htmx:configRequest', event => {
    const form = event.detail.elt.closest('form');
    if (!form || !window.hugerte) return;
    window.hugerte.triggerSave();
    form.querySelectorAll('textarea.rich').forEach(area => event.detail.parameters.set(area.name, area.value));
  });

  document.addEventListener('submit', event => {
    if (window.hugerte) window.hugerte.triggerSave();
    const question = event.target.dataset.confirm;
    if (question && !event.target.dataset.confirmed) {
      event.preventDefault();
      confirmed(question).then(() => {
        event.target.dataset.confirmed = 'true';
        event.target.requestSubmit(event.submitter);
        delete event.target.dataset.confirmed;
      });
    }
  });

  document.documentElement.classList.add('ready');

  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('textarea.rich')) send(event.target);
  });

  /* What was typed before the page's programs ran is checked as well. */
  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('input, textarea').forEach(field => {
    if (field.value !== field.defaultValue) field.dispatchEvent(new Event('input', { bubbles: true }));
  }));

  document.addEventListener('notice', event => notice(event.detail.value || 'That was not possible.'));

  document.addEventListener('htmx:responseError', event => {
    if (event.detail.xhr.status >= 500) notice('A part of Postroom cannot be reached. Nothing was changed; try again in a moment.');
    if (event.detail.xhr.status === 429) notice('That was too much at once. Nothing was changed; wait some seconds and try again.');
    if (event.detail.xhr.status === 413) notice('That is too large for Postroom. Nothing was changed; make it shorter and try again.');
  });

  document.addEventListener('htmx:sseClose', event => {
    if (event.detail.type === 'message') notice('This page is not kept up to date any more, because you signed out, may not see it now, or have too many pages open. Load it again to go on.', 'warning', true);
  });

  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-window]');
    if (link && window.htmx && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      return openWindow(link);
    }
    if (event.target.closest('#window [data-close]')) {
      event.preventDefault();
      return document.getElementById('window').close();
    }
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const text = button.dataset.copy || button.parentElement.querySelector('code, pre').textContent;
    navigator.clipboard.writeText(text).then(() => {
      button.textContent = 'Copied';
      window.setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
  });
})();
