(() => {
  const byId = (id) => document.getElementById(id);
  const input = byId('search');
  const found = byId('found');
  const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

  const relations = [...document.querySelectorAll('[data-relation]')].map((section) => {
    const name = section.dataset.relation;
    const words = (...selectors) =>
      selectors.map((each) => section.querySelector(each)?.textContent ?? '').join(' ');
    return {
      section,
      text: [name, words(':scope > .badges', ':scope > .prose')].join(' ').toLowerCase(),
      item: document.querySelector(`nav a[href="#${CSS.escape(section.id)}"]`)?.parentElement,
      columns: [...section.querySelectorAll('[data-column]')].map((row) => ({
        row,
        text: [`${name}.${row.dataset.column}`, row.textContent].join(' ').toLowerCase(),
      })),
    };
  });

  const search = () => {
    const terms = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isSearching = terms.length > 0;
    const matches = (text) => terms.every((term) => text.includes(term));
    let tables = 0;
    let columns = 0;
    for (const relation of relations) {
      const isByName = matches(relation.text);
      let hits = 0;
      for (const column of relation.columns) {
        const isHit = isSearching && matches(column.text);
        hits += isHit && !isByName ? 1 : 0;
        column.row.classList.toggle('hit', isHit && !isByName);
        column.row.hidden = !isByName && !isHit;
      }
      const isShown = isByName || hits > 0;
      relation.section.hidden = !isShown;
      relation.section.classList.toggle('by-columns', !isByName);
      if (relation.item) relation.item.hidden = !isShown;
      tables += isShown ? 1 : 0;
      columns += hits;
    }
    for (const part of document.querySelectorAll('section.namespace, nav .group')) {
      const list = part.matches('nav .group') ? 'li' : '[data-relation]';
      part.hidden = isSearching && !part.querySelector(`${list}:not([hidden])`);
    }
    document.body.classList.toggle('searching', isSearching);
    byId('nothing').hidden = tables > 0 || !isSearching;
    found.textContent = isSearching
      ? `${tables} of ${counted(relations.length, 'table')}${columns ? `, ${counted(columns, 'column')}` : ''}`
      : '';
  };

  const clear = () => {
    input.value = '';
    search();
  };

  /* A link leads to what it names, though a search has hidden it. */
  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest('[hidden], .searching .overview, .searching .contents')) {
      clear();
      target.scrollIntoView();
    }
  };

  input.closest('[role=search]').hidden = false;
  input.addEventListener('input', () => {
    search();
    scrollTo(0, 0);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(input|textarea|select)$/i.test(event.target.tagName);
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  addEventListener('hashchange', follow);

  /* What scrolls can be reached and scrolled from the keyboard. */
  const reach = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth || target.closest('.diagram')) {
        target.tabIndex = 0;
      } else {
        target.removeAttribute('tabindex');
      }
    }
  });
  document.querySelectorAll('.scroll').forEach((each) => reach.observe(each));

  const list = document.querySelector('nav details');
  const narrow = matchMedia('(max-width: 56rem)');
  const fold = () => { list.open = !narrow.matches; };
  narrow.addEventListener('change', fold);
  fold();
  search();
})();
