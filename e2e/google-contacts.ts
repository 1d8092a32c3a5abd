const header =
  'First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value';
const firstNames = ['Ana', 'José', 'Zoë', 'Nuria', 'Björn', 'Chloé', 'Samir', 'Olive'];
const lastNames = ['García', "O'Neill", 'Müller', 'Nowak', 'Silva', 'Haddad', 'Østby', 'Lee-Ann'];
const badAt = [11, 1_200, 2_400, 3_600];

export interface ContactsFile {
  csv: string;
  /** Rows that cannot be taken in: the first name, and what their line of the error file says. */
  bad: [name: string, reason: string][];
}

/**
 * An export as Google Contacts writes it, with quotes, commas, accents and line breaks in notes.
 * @param rows lines under the header, a few of which are bad
 * @param wanted name of one contact in the middle
 */
export function googleContacts(rows: number, wanted: string): ContactsFile {
  const lines = Array.from({ length: rows }, (_, index) =>
    badAt.includes(index) ? badLine(index) : index === Math.floor(rows / 2) + 1 ? line(index, wanted) : line(index),
  );
  return { csv: [header, ...lines, ''].join('\r\n'), bad: badAt.map((index) => [badName(index), reasonOf(index)]) };
}

function line(index: number, name = `${firstNames[index % 8]} ${lastNames[(index >> 3) % 8]}`): string {
  const [first, last] = name.split(' ');
  const company = index % 3 === 0 ? `"Import & Sons, No. ${index}"` : '';
  const note = index % 10 === 0 ? '"Met at the fair.\nSaid ""call me"" in May"' : '';
  const phone = index % 2 === 0 ? `Mobile,(303) 555-${String(index).padStart(4, '0').slice(-4)}` : ',';
  return `${first},,${last},,${company},Owner,,${note},* myContacts ::: fair,* Work,contact${index}@import.example,${phone}`;
}

const badName = (index: number) => `Unusable${index}`;
const isMail = (index: number) => badAt.indexOf(index) % 2 === 0;
const reasonOf = (index: number) => (isMail(index) ? 'not an e-mail address' : 'not a phone number');
const badLine = (index: number) =>
  `${badName(index)},,Row,,,,,,* myContacts,* Work,${isMail(index) ? 'nobody-at-nowhere' : 'ok@import.example'},Mobile,${isMail(index) ? '' : '12'}`;
