import type { MailWords } from './mail-words.ts';

export const es: MailWords = {
  subject: { booked: 'Confirmada: {title}, {at}', requested: 'Pendiente de confirmar: {title}, {at}', rescheduled: 'Cambio de hora: {title}, ahora {at}', cancelled: 'Cancelada: {title}, {at}', declined: 'No es posible: {title}, {at}', reminder: 'Recordatorio: {title}, {at}' },
  heading: { booked: 'Tu reserva está confirmada', requested: 'Hemos recibido tu solicitud', rescheduled: 'Tu reserva ha cambiado de hora', cancelled: 'Tu reserva se ha cancelado', declined: 'Esta hora no puede ser', reminder: 'Nos vemos pronto' },
  guest: {
    booked: 'Hola, {name}: {title} está confirmada.',
    requested: 'Hola, {name}: te hemos guardado esta hora y la confirmaremos en breve.',
    rescheduled: 'Hola, {name}: {title} tiene una hora nueva. Antes era {from}.',
    cancelled: 'Hola, {name}: {title} no tendrá lugar.',
    declined: 'Hola, {name}: no podemos confirmar esta hora. Elige otra, por favor.',
    reminder: 'Hola, {name}: te recordamos {title}.',
  },
  host: {
    booked: '{name} ha reservado {title}.',
    requested: '{name} pide {title}. La hora queda guardada hasta que confirmes o rechaces.',
    rescheduled: '{title} con {name} tiene una hora nueva. Antes era {from}.',
    cancelled: '{title} con {name} no tendrá lugar.',
    declined: 'Se rechazó {title} con {name}.',
    reminder: 'Recordatorio de {title} con {name}.',
  },
  labels: { when: 'Cuándo', who: 'Con', guest: 'Invitado', where: 'Dónde', reason: 'Motivo', contact: 'Contacto' },
  places: { phone: 'Por teléfono: {value}', link: 'Por vídeo: {value}' },
  manage: 'Ver o cambiar la reserva',
  open: 'Abrir la reserva',
  note: 'La entrada de calendario va adjunta.',
};
