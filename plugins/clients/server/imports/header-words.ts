import type { ImportTarget } from '../../contract.ts';

/**
 * What columns are called by Google Contacts, Outlook, HubSpot, our own export, and by people, in English, Spanish and Arabic. Words are
 * as `plainHeader` leaves them.
 */
// prettier-ignore
export const headerWords: Partial<Record<ImportTarget, string[]>> = {
  name: ['name', 'full name', 'display name', 'contact name', 'client name', 'client', 'customer', 'contact', 'nombre completo', 'cliente', 'contacto', 'الاسم', 'الاسم الكامل', 'العميل'],
  firstName: ['first name', 'given name', 'forename', 'nombre', 'nombre de pila', 'الاسم الاول'],
  middleName: ['middle name', 'additional name', 'segundo nombre', 'اسم الاب'],
  lastName: ['last name', 'family name', 'surname', 'apellido', 'apellidos', 'اسم العائلة', 'اللقب'],
  email: ['email', 'e mail', 'mail', 'email address', 'e mail address', 'e mail 1 value', 'e mail 2 value', 'e mail 2 address', 'e mail 3 address', 'primary email', 'work email', 'additional email addresses', 'correo', 'correo electronico', 'البريد الالكتروني', 'البريد'],
  phone: ['phone', 'phone number', 'telephone', 'tel', 'mobile', 'mobile phone', 'mobile phone number', 'cell', 'cell phone', 'primary phone', 'business phone', 'business phone 2', 'home phone', 'company main phone', 'other phone', 'phone 1 value', 'phone 2 value', 'phone 3 value', 'whatsapp phone number', 'telefono', 'movil', 'celular', 'numero de telefono', 'الهاتف', 'رقم الهاتف', 'الجوال', 'الموبايل'],
  company: ['company', 'company name', 'organization', 'organisation', 'organization name', 'organization 1 name', 'associated company', 'primary associated company', 'business', 'account name', 'employer', 'empresa', 'compania', 'organizacion', 'الشركة', 'اسم الشركة'],
  position: ['job title', 'position', 'title', 'role', 'organization title', 'organization 1 title', 'cargo', 'puesto', 'المسمى الوظيفي', 'المنصب'],
  zone: ['time zone', 'timezone', 'zone', 'zona horaria', 'المنطقة الزمنية'],
  status: ['status', 'lifecycle stage', 'lead status', 'stage', 'estado', 'etapa', 'الحالة', 'المرحلة'],
  source: ['source', 'lead source', 'original source', 'original traffic source', 'origen', 'fuente', 'المصدر'],
  value: ['value', 'amount', 'deal value', 'deal amount', 'total revenue', 'estimated value', 'valor', 'importe', 'monto', 'القيمة', 'المبلغ'],
  currency: ['currency', 'moneda', 'divisa', 'العملة'],
  owner: ['owner', 'contact owner', 'account owner', 'assigned to', 'responsable', 'propietario', 'propietario del contacto', 'المسؤول', 'المالك'],
  tags: ['tags', 'tag', 'labels', 'label', 'categories', 'category', 'group membership', 'etiquetas', 'categorias', 'الوسوم', 'التصنيفات'],
  note: ['notes', 'note', 'comments', 'comment', 'notas', 'nota', 'observaciones', 'ملاحظات'],
  createdAt: ['created', 'create date', 'created at', 'date created', 'fecha de creacion', 'creado', 'تاريخ الانشاء'],
};

/** Several columns may go to these: the first that is filled counts, and for tags and notes all of them. */
export const manyColumns: ReadonlySet<ImportTarget> = new Set<ImportTarget>(['email', 'phone', 'tags', 'note']);

/** A header without accents, case, marks and signs: `E-mail 1 - Value` is `e mail 1 value`. */
export function plainHeader(header: string): string {
  const plain = header
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]+/gu, '')
    .toLowerCase();
  return plain
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
