/** Words of the mails about sign-in factors, in each language; `{name}`, `{tenant}` and the notice's own values are filled in. */
export const factorWords = {
  en: {
    button: 'Review your sign-in settings',
    notYou: 'If it was not you, change your password at once and tell your administrator.',
    notices: {
      'totp-enabled': {
        subject: 'Two-step verification is on',
        body: 'Hello {name}, signing in to {tenant} now asks for a code of your authenticator app as well.',
      },
      'totp-disabled': {
        subject: 'Two-step verification is off',
        body: 'Hello {name}, signing in to {tenant} no longer asks for a code of your authenticator app.',
      },
      'recovery-codes-renewed': {
        subject: 'You have new recovery codes',
        body: 'Hello {name}, new recovery codes were made for your account at {tenant}. The ones before no longer work.',
      },
      'recovery-code-used': {
        subject: 'A recovery code was used',
        body: 'Hello {name}, a recovery code was used for your account at {tenant}. Codes left: {left}.',
      },
      'passkey-added': {
        subject: 'A passkey was added',
        body: 'Hello {name}, the passkey “{passkey}” now signs in to your account at {tenant}.',
      },
      'passkey-removed': {
        subject: 'A passkey was removed',
        body: 'Hello {name}, the passkey “{passkey}” no longer signs in to your account at {tenant}.',
      },
      'factors-reset': {
        subject: 'Your sign-in was reset',
        body: 'Hello {name}, {actor} removed your authenticator app, recovery codes and passkeys at {tenant}. Your password alone signs you in until you set them up again.',
      },
    },
  },
  es: {
    button: 'Revisar tus ajustes de inicio de sesión',
    notYou: 'Si no has sido tú, cambia tu contraseña de inmediato y avisa a tu administrador.',
    notices: {
      'totp-enabled': {
        subject: 'La verificación en dos pasos está activada',
        body: 'Hola, {name}: al iniciar sesión en {tenant} ahora se pide también un código de tu aplicación de autenticación.',
      },
      'totp-disabled': {
        subject: 'La verificación en dos pasos está desactivada',
        body: 'Hola, {name}: al iniciar sesión en {tenant} ya no se pide un código de tu aplicación de autenticación.',
      },
      'recovery-codes-renewed': {
        subject: 'Tienes códigos de recuperación nuevos',
        body: 'Hola, {name}: se han creado códigos de recuperación nuevos para tu cuenta de {tenant}. Los anteriores ya no sirven.',
      },
      'recovery-code-used': {
        subject: 'Se ha usado un código de recuperación',
        body: 'Hola, {name}: se ha usado un código de recuperación de tu cuenta de {tenant}. Códigos restantes: {left}.',
      },
      'passkey-added': {
        subject: 'Se ha añadido una llave de acceso',
        body: 'Hola, {name}: la llave de acceso «{passkey}» ya inicia sesión en tu cuenta de {tenant}.',
      },
      'passkey-removed': {
        subject: 'Se ha quitado una llave de acceso',
        body: 'Hola, {name}: la llave de acceso «{passkey}» ya no inicia sesión en tu cuenta de {tenant}.',
      },
      'factors-reset': {
        subject: 'Se ha restablecido tu inicio de sesión',
        body: 'Hola, {name}: {actor} ha quitado tu aplicación de autenticación, tus códigos de recuperación y tus llaves de acceso de {tenant}. Hasta que los configures de nuevo, basta con tu contraseña.',
      },
    },
  },
  ar: {
    button: 'مراجعة إعدادات تسجيل الدخول',
    notYou: 'إذا لم تكن أنت من فعل ذلك فغيّر كلمة المرور فورًا وأخبر المسؤول لديك.',
    notices: {
      'totp-enabled': {
        subject: 'التحقق بخطوتين مفعّل',
        body: 'مرحبًا {name}، أصبح تسجيل الدخول إلى {tenant} يطلب أيضًا رمزًا من تطبيق المصادقة.',
      },
      'totp-disabled': {
        subject: 'التحقق بخطوتين متوقف',
        body: 'مرحبًا {name}، لم يعد تسجيل الدخول إلى {tenant} يطلب رمزًا من تطبيق المصادقة.',
      },
      'recovery-codes-renewed': {
        subject: 'لديك رموز استرداد جديدة',
        body: 'مرحبًا {name}، أُنشئت رموز استرداد جديدة لحسابك في {tenant}. لم تعد الرموز السابقة صالحة.',
      },
      'recovery-code-used': {
        subject: 'استُخدم رمز استرداد',
        body: 'مرحبًا {name}، استُخدم رمز استرداد لحسابك في {tenant}. عدد الرموز المتبقية: {left}.',
      },
      'passkey-added': {
        subject: 'أُضيف مفتاح مرور',
        body: 'مرحبًا {name}، أصبح مفتاح المرور «{passkey}» يسجّل الدخول إلى حسابك في {tenant}.',
      },
      'passkey-removed': {
        subject: 'أُزيل مفتاح مرور',
        body: 'مرحبًا {name}، لم يعد مفتاح المرور «{passkey}» يسجّل الدخول إلى حسابك في {tenant}.',
      },
      'factors-reset': {
        subject: 'أُعيد ضبط تسجيل دخولك',
        body: 'مرحبًا {name}، أزال {actor} تطبيق المصادقة ورموز الاسترداد ومفاتيح المرور الخاصة بك في {tenant}. تكفي كلمة المرور وحدها لتسجيل الدخول إلى أن تُعدّها من جديد.',
      },
    },
  },
};
