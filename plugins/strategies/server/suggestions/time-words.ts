import { plainText } from './plain-text.ts';

/** Texts are looked at as `plainText` leaves them: `manana`, and `ه` for `ة`. */
const alone = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
const hour = '(?:[01]?\\d|2[0-4])';
const minute = '[0-5]\\d';
const arabicPrefix = '[وفبلك]{0,2}';

const enNumber = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const esNumber = 'una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce';
const arNumber = 'واحده|اثنين|ثلاث|ثلاثه|اربع|اربعه|خمس|خمسه|ست|سته|سبع|سبعه|ثمان|ثمانيه|تسع|تسعه|عشر|عشره';
const number = `\\d{1,2}|${enNumber}|${esNumber}|${arNumber}`;

const enDay = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|today|tomorrow|tonight|tmrw';
const esDay = 'lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|esta noche';
const arDay = `${arabicPrefix}(?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)|${arabicPrefix}(?:غدا|بكره|باكر|بعد غد|الليله|هذا المساء)|${arabicPrefix}اليوم`;
const day = `${enDay}|${esDay}|${arDay}`;
const part = `morning|noon|afternoon|evening|night|midday|(?:por|en|a|de) la (?:manana|tarde|noche)|${arabicPrefix}(?:ال)?(?:صباح|ظهر|عصر|مساء|ليل)ا?`;

const enMonth = 'january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const esMonth = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre';
const arMonth = 'يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر';
const month = `${enMonth}|may|${esMonth}|${arMonth}`;

/** What a number counts when it is no hour. */
const counted = '\\s*(?:%|€|\\$|£|percent|per|years?|days?|months?|weeks?|hours?|minutes?|mins?|times?|people|points?|locations?|sites?|dollars?|euros?|usd|eur)';
/** Between a day and its hour: whatever does not end the sentence. */
const near = '[^.!?؟\\n]{0,30}?';

const patterns = [
  // 15:30, 3h30, 15h. A price such as 3.30 is one; after a word for an hour it is a time (below).
  new RegExp(`(?<![\\d:.,])${hour}\\s?[:٫∶꞉]\\s?${minute}(?!\\d)`, 'u'),
  alone(`${hour}\\s?h(?:rs|oras|ours)?\\s?${minute}`),
  alone(`${hour}\\s?h`),
  // 3 pm, 3 p. m., three pm, ٣ م, ٣ مساء
  alone(`(?:${hour}(?:[.:]${minute})?|${enNumber})\\s?(?:a\\s?\\.?\\s?m|p\\s?\\.?\\s?m)`),
  alone(`${hour}(?:[.:]${minute})?\\s?(?:ص|م|${arabicPrefix}(?:ال)?(?:صباح|ظهر|عصر|مساء|ليل)ا?)`),
  alone(`(?:${number})\\s?(?:o'?\\s?clock|o’clock|en punto|y media|y cuarto|menos cuarto|thirty|fifteen|forty[- ]?five)`),
  alone(`(?:half|quarter) (?:past|to)\\b.{0,12}`),
  alone('noon|midday|midnight|mediodia|medianoche|منتصف الليل|منتصف النهار'),
  // at 3, a las 3, sobre las tres, الساعة الثالثة
  new RegExp(`(?<![\\p{L}\\p{N}])(?:at|@)\\s?(?:about |around )?(?:${hour}|${enNumber})(?![\\d/%\\p{L}])(?!${counted}|[.,]\\d{3})`, 'u'),
  alone(`(?:a|sobre|hacia|desde|hasta|de|para) las? (?:\\d{1,2}|${esNumber})`),
  alone(`${arabicPrefix}(?:ال)?ساعه\\s?(?:\\d|ال|${arNumber}).*`),
  // tomorrow 3, martes a eso de las tres, الثلاثاء ٣; Tuesday morning, manana por la tarde
  alone(`(?:${day})${near}(?<![\\d.,$€£])(?:${number})(?!\\d*[.,]?\\d*${counted})`),
  alone(`(?:${number}) (?:on |el |de |este |next |this )?(?:${day})`),
  alone(`(?:${day})\\s(?:${part})`),
  alone(`(?:in|en|خلال|بعد) (?:an?|una?|half an|media|\\d{1,3}|${enNumber}|${esNumber}) ?(?:hours?|minutes?|mins?|horas?|minutos?|ساعه|ساعات|دقيقه|دقائق)`),
  alone(`${arabicPrefix}بعد (?:ساعه|ساعتين|نصف ساعه)`),
  // Dates: a day that nobody looked up is a time as well.
  alone(`(?:\\d{1,2})(?:st|nd|rd|th)?\\s(?:of |de |من )?(?:${month})`),
  alone(`(?:${enMonth}|may)\\s(?:the )?\\d{1,2}(?:st|nd|rd|th)?`),
  alone('\\d{4}-\\d{1,2}-\\d{1,2}'),
  alone('\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})'),
  alone(`(?:on|el) \\d{1,2}/\\d{1,2}`),
];

/** Whether a text says when, in English, Spanish or Arabic: an hour, a day with an hour or part of the day, or a date. */
export function saysWhen(text: string): boolean {
  const plain = plainText(text);
  return patterns.some((pattern) => pattern.test(plain));
}
