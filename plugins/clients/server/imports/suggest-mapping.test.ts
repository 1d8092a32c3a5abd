import { similarity, suggestMapping } from './suggest-mapping.ts';

const mapped = (columns: string[], fields: { key: string; label: string }[] = []) => {
  const mapping = suggestMapping(columns, fields);
  return Object.fromEntries(columns.flatMap((column, index) => (mapping[index] ? [[column, mapping[index]]] : [])));
};

test('a Google Contacts export is understood, old and new', () => {
  const today =
    'First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City';
  expect(mapped(today.split(','))).toEqual({
    'First Name': 'firstName',
    'Middle Name': 'middleName',
    'Last Name': 'lastName',
    'Organization Name': 'company',
    'Organization Title': 'position',
    Notes: 'note',
    Labels: 'tags',
    'E-mail 1 - Value': 'email',
    'E-mail 2 - Value': 'email',
    'Phone 1 - Value': 'phone',
  });
  const before =
    'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title';
  expect(mapped(before.split(','))).toEqual({
    Name: 'name',
    'Given Name': 'firstName',
    'Additional Name': 'middleName',
    'Family Name': 'lastName',
    'Group Membership': 'tags',
    'E-mail 1 - Value': 'email',
    'Phone 1 - Value': 'phone',
    'Organization 1 - Name': 'company',
    'Organization 1 - Title': 'position',
  });
});

test('an Outlook export is understood, and its title is not taken for the job', () => {
  const columns =
    'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Phone,Home Phone,Mobile Phone,Categories,E-mail Address,E-mail Type,E-mail Display Name,Notes,Priority';
  expect(mapped(columns.split(','))).toEqual({
    'First Name': 'firstName',
    'Middle Name': 'middleName',
    'Last Name': 'lastName',
    Company: 'company',
    'Job Title': 'position',
    'Business Phone': 'phone',
    'Home Phone': 'phone',
    'Mobile Phone': 'phone',
    Categories: 'tags',
    'E-mail Address': 'email',
    Notes: 'note',
  });
});

test('a HubSpot export is understood', () => {
  const columns =
    'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Marketing contact status,Create Date (GMT+2),Associated Company,Associated Company IDs,Lifecycle Stage,Job Title,Time Zone';
  expect(mapped(columns.split(','))).toMatchObject({
    'First Name': 'firstName',
    'Last Name': 'lastName',
    Email: 'email',
    'Phone Number': 'phone',
    'Contact owner': 'owner',
    'Associated Company': 'company',
    'Job Title': 'position',
    'Time Zone': 'zone',
  });
  expect(mapped(columns.split(','))).not.toHaveProperty('Record ID');
  expect(mapped(columns.split(','))).not.toHaveProperty('Associated Company IDs');
});

test('Spanish, Arabic, misspelt and own headers are understood', () => {
  expect(mapped(['Nombre', 'Apellidos', 'Correo electrónico', 'Teléfono', 'Empresa', 'Etiquetas'])).toEqual({
    Nombre: 'firstName',
    Apellidos: 'lastName',
    'Correo electrónico': 'email',
    Teléfono: 'phone',
    Empresa: 'company',
    Etiquetas: 'tags',
  });
  expect(mapped(['Nombre', 'Correo'])).toEqual({ Nombre: 'name', Correo: 'email' });
  expect(mapped(['الاسم', 'البريد الإلكتروني', 'رقم الهاتف'])).toEqual({
    الاسم: 'name',
    'البريد الإلكتروني': 'email',
    'رقم الهاتف': 'phone',
  });
  expect(mapped(['Full Nmae', 'E-Mail Adress', 'Companny', 'Shoe size'])).toEqual({
    'E-Mail Adress': 'email',
    Companny: 'company',
    ...(similarity('full nmae', 'full name') > 0.75 && { 'Full Nmae': 'name' }),
  });
  expect(mapped(['Roof type', 'Name'], [{ key: 'roofType', label: 'Roof type' }])).toEqual({
    'Roof type': 'custom:roofType',
    Name: 'name',
  });
});
