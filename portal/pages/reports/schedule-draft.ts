import type { NewDelivery, ReportFilters, ReportSchedule, ReportSlug, ScheduleDraft } from '../../api/reports.ts';
import { t } from '../../strings/strings.ts';

export type Way = NewDelivery['kind'];
type S3Delivery = Extract<NewDelivery, { kind: 's3' }>;

/** What the form holds; only the way that is chosen is sent. */
export type ScheduleForm = Omit<ScheduleDraft, 'delivery'> & {
  way: Way;
  personIds: readonly string[];
  s3: Required<Omit<S3Delivery, 'kind' | 'endpoint'>> & { endpoint: string };
  url: string;
};

export type NewSchedule = { report: ReportSlug; filters: ReportFilters };

const noStore = { endpoint: '', region: '', bucket: '', prefix: '', accessKeyId: '', secretAccessKey: '' };

export function newForm({ filters }: NewSchedule, name: string, personId: string | undefined): ScheduleForm {
  const { from: _, to: __, ...kept } = filters;
  return {
    name,
    // What comes by itself speaks of a period that moves along.
    filters: { ...kept, period: filters.period ?? 'lastMonth' },
    format: 'xlsx',
    every: 'monthly',
    hour: 6,
    weekday: 1,
    dayOfMonth: 1,
    way: 'mail',
    personIds: personId ? [personId] : [],
    s3: noStore,
    url: '',
  };
}

export function formOf({
  name,
  filters,
  format,
  every,
  hour,
  weekday,
  dayOfMonth,
  delivery,
}: ReportSchedule): ScheduleForm {
  return {
    ...{ name, filters, format, every, hour, weekday: weekday ?? 1, dayOfMonth: dayOfMonth ?? 1 },
    way: delivery.kind,
    personIds: delivery.kind === 'mail' ? delivery.personIds : [],
    s3: delivery.kind === 's3' ? { ...noStore, ...placeOf(delivery), endpoint: delivery.endpoint ?? '' } : noStore,
    url: delivery.kind === 'webhook' ? delivery.url : '',
  };
}

const placeOf = ({
  region,
  bucket,
  prefix,
  accessKeyId,
}: Pick<S3Delivery, 'region' | 'bucket' | 'prefix' | 'accessKeyId'>) => ({
  region,
  bucket,
  prefix,
  accessKeyId,
});

export function draftOf(form: ScheduleForm): ScheduleDraft {
  const { way: _, personIds: __, s3: ___, url: ____, ...fields } = form;
  return {
    ...fields,
    weekday: form.every === 'weekly' ? form.weekday : null,
    dayOfMonth: form.every === 'monthly' ? form.dayOfMonth : null,
    delivery: deliveryOf(form),
  };
}

function deliveryOf({ way, personIds, s3, url }: ScheduleForm): NewDelivery {
  switch (way) {
    case 'mail':
      return { kind: 'mail', personIds: [...personIds] };
    case 'webhook':
      return { kind: 'webhook', url };
    case 's3': {
      const { secretAccessKey, endpoint, ...place } = s3;
      return { kind: 's3', ...place, endpoint: endpoint || null, ...(secretAccessKey && { secretAccessKey }) };
    }
  }
}

/** What is missing, by field. @param isNew a store's key is kept once it was given */
export function problemsOf(
  { name, way, personIds, s3, url }: ScheduleForm,
  isNew: boolean,
): Record<string, string | false> {
  const missing = (value: string) => value.trim() === '' && t('schedules.missing');
  const problems: Record<string, string | false> = { name: missing(name) };
  if (way === 'mail') problems.personIds = personIds.length === 0 && t('schedules.recipientsMissing');
  if (way === 'webhook') problems.url = !isHttps(url) && t('schedules.urlMissing');
  if (way !== 's3') return problems;
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = s3;
  return {
    ...problems,
    endpoint: endpoint !== '' && !isHttps(endpoint) && t('schedules.urlMissing'),
    region: missing(region),
    bucket: missing(bucket),
    accessKeyId: missing(accessKeyId),
    secretAccessKey: isNew && missing(secretAccessKey),
  };
}

const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:';
