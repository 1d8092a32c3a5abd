import type { MailWords } from './mail-words.ts';

export const ar: MailWords = {
  subject: { booked: 'تأكيد: {title}، {at}', requested: 'بانتظار التأكيد: {title}، {at}', rescheduled: 'موعد جديد: {title}، الآن {at}', cancelled: 'إلغاء: {title}، {at}', declined: 'غير ممكن: {title}، {at}', reminder: 'تذكير: {title}، {at}' },
  heading: { booked: 'تم تأكيد حجزك', requested: 'وصلنا طلبك', rescheduled: 'تغيّر موعد حجزك', cancelled: 'أُلغي حجزك', declined: 'هذا الوقت غير مناسب', reminder: 'نراك قريبًا' },
  guest: {
    booked: 'مرحبًا {name}، تم تأكيد {title}.',
    requested: 'مرحبًا {name}، حفظنا لك هذا الوقت وسنؤكده قريبًا.',
    rescheduled: 'مرحبًا {name}، لـ{title} موعد جديد. كان الموعد {from}.',
    cancelled: 'مرحبًا {name}، لن يُعقد {title}.',
    declined: 'مرحبًا {name}، لا يمكننا تأكيد هذا الوقت. يرجى اختيار وقت آخر.',
    reminder: 'مرحبًا {name}، هذا تذكير بموعد {title}.',
  },
  host: {
    booked: 'حجز {name} موعد {title}.',
    requested: 'يطلب {name} موعد {title}. يبقى الوقت محفوظًا حتى تؤكد أو ترفض.',
    rescheduled: 'لـ{title} مع {name} موعد جديد. كان الموعد {from}.',
    cancelled: 'لن يُعقد {title} مع {name}.',
    declined: 'رُفض {title} مع {name}.',
    reminder: 'تذكير بموعد {title} مع {name}.',
  },
  labels: { when: 'الموعد', who: 'مع', guest: 'الضيف', where: 'المكان', reason: 'السبب', contact: 'للتواصل' },
  places: { phone: 'عبر الهاتف: {value}', link: 'عبر الفيديو: {value}' },
  manage: 'عرض الحجز أو تغييره',
  open: 'فتح الحجز',
  note: 'مرفق مع الرسالة موعد للتقويم.',
};
