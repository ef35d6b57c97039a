/** `12 h 30 min` in the reader's language. */
export function hours(minutes: number, language: string): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const rest = minutes % 60;
  const whole = (minutes - rest) / 60;
  return [whole || !rest ? unit(whole, 'hour') : '', rest ? unit(rest, 'minute') : ''].filter(Boolean).join(' ');
}
