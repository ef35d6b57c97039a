/*
 * What an intranet's "framework" of 2006 does to every page: it adds to the browser's own prototypes, and what it
 * adds is enumerable, has no regard for arguments that came later, and takes names the platform took after it.
 */
(() => {
  function extend(target, source) {
    for (var name in source) target[name] = source[name];
    return target;
  }

  extend(Function.prototype, {
    bind: function (context) {
      var method = this;
      var bound = Array.prototype.slice.call(arguments, 1);
      return function () {
        return method.apply(context, bound.concat(Array.prototype.slice.call(arguments)));
      };
    },
    delay: function (seconds) {
      return window.setTimeout(this, seconds * 1000);
    },
    defer: function () {
      return this.delay(0.01);
    },
  });

  var listMethods = {
    each: function (visit) {
      this.forEach(visit);
      return this;
    },
    toArray: function () {
      return [].concat(this);
    },
    entries: function () {
      return this.toArray();
    },
    select: function (accept) {
      return this.filter(accept);
    },
    detect: function (accept) {
      return this.filter(accept)[0];
    },
    find: function (accept) {
      return this.detect(accept);
    },
    include: function (member) {
      return this.indexOf(member) !== -1;
    },
    pluck: function (name) {
      return this.map((each) => each[name]);
    },
    first: function () {
      return this[0];
    },
    last: function () {
      return this[this.length - 1];
    },
    clear: function () {
      this.length = 0;
      return this;
    },
    size: function () {
      return this.length;
    },
    without: function (member) {
      return this.filter((each) => each !== member);
    },
    toJSON: function () {
      return '[' + this.map(quoted).join(', ') + ']';
    },
  };
  extend(Array.prototype, listMethods);
  // Takes what has a length; what is only iterable has none.
  Array.from = (list) => {
    return list ? Array.prototype.slice.call(list) : [];
  };

  function quoted(value) {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'object') {
      return value.toJSON
        ? value.toJSON()
        : `{${Object.keys(value)
            .map((name) => `${name.toJSON()}: ${quoted(value[name])}`)
            .join(', ')}}`;
    }
    return typeof value === 'string' ? value.toJSON() : String(value);
  }
  extend(String.prototype, {
    toJSON: function () {
      return '"' + this.replace(/(["\\])/g, '\\$1') + '"';
    },
    strip: function () {
      return this.replace(/^\s+|\s+$/g, '');
    },
    include: function (part) {
      return this.indexOf(part) > -1;
    },
    startsWith: function (part) {
      return this.lastIndexOf(part, 0) === 0;
    },
    truncate: function (length) {
      return this.length > length ? this.slice(0, length - 3) + '...' : String(this);
    },
  });
  extend(Number.prototype, {
    toJSON: function () {
      return isFinite(this) ? this.toString() : 'null';
    },
  });
  extend(Date.prototype, {
    toJSON: function () {
      return '"' + this.getUTCFullYear() + '"';
    },
  });

  var nodeMethods = {
    update: function (content) {
      this.innerHTML = content === undefined ? '' : content;
      return this;
    },
    replace: function (content) {
      this.outerHTML = content;
      return this;
    },
    remove: function () {
      this.parentNode.removeChild(this);
      return this;
    },
    observe: function (type, handler) {
      this.addEventListener(type, handler, false);
      return this;
    },
    fire: function (type) {
      return this.dispatchEvent(new Event(type));
    },
    show: function () {
      this.style.display = '';
      return this;
    },
    hide: function () {
      this.style.display = 'none';
      return this;
    },
    toggle: function () {
      return this.style.display === 'none' ? this.show() : this.hide();
    },
    visible: function () {
      return this.style.display !== 'none';
    },
    select: function (selector) {
      return Array.from(this.querySelectorAll(selector));
    },
    up: function () {
      return this.parentNode;
    },
    next: function () {
      return this.nextElementSibling;
    },
    empty: function () {
      return this.innerHTML.strip() === '';
    },
    scrollTo: function () {
      window.scrollTo(0, this.offsetTop);
      return this;
    },
  };
  extend(Element.prototype, nodeMethods);
  extend(HTMLElement.prototype, nodeMethods);
  extend(Event.prototype, {
    stop: function () {
      this.preventDefault();
      this.stopPropagation();
    },
    element: function () {
      return this.target;
    },
  });

  document.observe = nodeMethods.observe;
  document.getElementsByClassName = (name) => Array.from(document.querySelectorAll('.' + name));
  window.$ = (id) => (typeof id === 'string' ? document.getElementById(id) : id);
  window.$A = Array.from;
  window.$$ = (selector) => Array.from(document.querySelectorAll(selector));
})();
