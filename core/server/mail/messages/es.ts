import { letter, notice, type Messages } from './message.ts';

export const es: Messages = {
  reset: {
    subject: 'Elige una contraseña nueva para {tenant}',
    heading: 'Elige una contraseña nueva',
    body: 'Hola, {name}: alguien ha pedido una contraseña nueva para tu cuenta de {tenant}. El enlace sirve una sola vez, durante una hora.',
    button: 'Elegir contraseña nueva',
    note: 'Si no has sido tú, no tienes que hacer nada: tu contraseña sigue siendo la misma.',
  },
  verify: {
    subject: 'Confirma tu correo para {tenant}',
    heading: 'Confirma tu dirección de correo',
    body: 'Hola, {name}: se ha abierto una cuenta de {tenant} con esta dirección. Confírmala para iniciar sesión. El enlace sirve durante tres días.',
    button: 'Confirmar esta dirección',
    note: 'Si no has abierto ninguna cuenta, no uses el enlace.',
  },
  'registered-again': {
    subject: 'Ya tienes una cuenta de {tenant}',
    heading: 'Ya tienes una cuenta',
    body: 'Hola, {name}: alguien ha intentado abrir una cuenta de {tenant} con esta dirección, que ya tiene una. Si has olvidado la contraseña, elige otra. El enlace sirve una sola vez, durante una hora.',
    button: 'Elegir contraseña nueva',
    note: 'Si no has sido tú, no tienes que hacer nada.',
  },
  invitation: {
    subject: '{inviter} te invita a {tenant}',
    heading: 'Únete a {tenant}',
    body: '{inviter} te invita a trabajar en {tenant}. Elige una contraseña para empezar. El enlace sirve durante siete días.',
    button: 'Aceptar la invitación',
    note: 'Si no sabes de qué se trata, ignora este mensaje.',
  },
  'password-changed': {
    subject: 'Se ha cambiado tu contraseña de {tenant}',
    heading: 'Se ha cambiado tu contraseña',
    body: 'Hola, {name}: se ha cambiado la contraseña de tu cuenta de {tenant} y se ha cerrado la sesión en los demás dispositivos.',
    note: 'Si no has sido tú, elige enseguida una contraseña nueva con «¿Has olvidado la contraseña?» en la página de inicio de sesión y avisa a tu administrador.',
  },
  notice,
  letter,
};
