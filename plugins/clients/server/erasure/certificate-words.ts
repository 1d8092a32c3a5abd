/** What a certificate says. It is a document and no screen, so its words stand here like those of mails. */
export interface CertificateWords {
  title: string;
  text: (tenant: string) => string;
  facts: Record<'certificate' | 'client' | 'at' | 'by' | 'reason' | 'seal', string>;
  erased: string;
  counts: Record<string, string>;
  check: string;
}

const en: CertificateWords = {
  title: 'Certificate of erasure',
  text: (tenant) => `${tenant} certifies that the personal data of the client named below by number was erased for good, with everything that hung on it.`,
  facts: { certificate: 'Certificate', client: 'Client number', at: 'Erased at', by: 'Erased by', reason: 'Reason', seal: 'Seal (HMAC-SHA256)' },
  erased: 'What was erased',
  counts: { clients: 'Client records', notes: 'Notes', tasks: 'Tasks', files: 'Files', timeline: 'Timeline entries', audit: 'Audit entries emptied', events: 'Events emptied', notifications: 'Notifications', answers: 'Kept answers', imports: 'Imported files' },
  check: 'Whoever issued this certificate can check it by its number and seal.',
};
const es: CertificateWords = {
  title: 'Certificado de supresión',
  text: (tenant) => `${tenant} certifica que los datos personales del cliente cuyo número figura abajo se suprimieron de forma definitiva, junto con todo lo que dependía de ellos.`,
  facts: { certificate: 'Certificado', client: 'Número de cliente', at: 'Suprimido el', by: 'Suprimido por', reason: 'Motivo', seal: 'Sello (HMAC-SHA256)' },
  erased: 'Qué se suprimió',
  counts: { clients: 'Fichas de cliente', notes: 'Notas', tasks: 'Tareas', files: 'Archivos', timeline: 'Entradas del historial', audit: 'Entradas de auditoría vaciadas', events: 'Eventos vaciados', notifications: 'Notificaciones', answers: 'Respuestas guardadas', imports: 'Archivos importados' },
  check: 'Quien emitió este certificado puede comprobarlo con su número y su sello.',
};
const ar: CertificateWords = {
  title: 'شهادة محو البيانات',
  text: (tenant) => `تشهد ${tenant} بأن البيانات الشخصية للعميل المذكور رقمه أدناه قد مُحيت نهائيًا مع كل ما يتصل بها.`,
  facts: { certificate: 'الشهادة', client: 'رقم العميل', at: 'تاريخ المحو', by: 'نفّذ المحو', reason: 'السبب', seal: 'الختم (HMAC-SHA256)' },
  erased: 'ما تم محوه',
  counts: { clients: 'سجلات العميل', notes: 'الملاحظات', tasks: 'المهام', files: 'الملفات', timeline: 'مدخلات السجل الزمني', audit: 'مدخلات التدقيق المفرغة', events: 'الأحداث المفرغة', notifications: 'الإشعارات', answers: 'الردود المحفوظة', imports: 'الملفات المستوردة' },
  check: 'يمكن للجهة المصدِرة التحقق من هذه الشهادة برقمها وختمها.',
};

export const certificateWords: Record<string, CertificateWords> = { en, es, ar };
