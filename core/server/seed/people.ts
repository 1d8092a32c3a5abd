/** Who works in the demo tenants: an administrator, a manager and a user each. */
const people: Record<string, { name: string; title: string }[]> = {
  northstar: [
    { name: 'Priya Raman', title: 'Founder' },
    { name: 'Jonas Keller', title: 'Head of accounts' },
    { name: 'Lucy Hart', title: 'Account manager' },
  ],
  'summit-roofing': [
    { name: 'Dana Whitfield', title: 'Owner' },
    { name: 'Marcus Reed', title: 'Sales manager' },
    { name: 'Elena Vargas', title: 'Estimator' },
  ],
  'bright-dental': [
    { name: 'Inés Olmedo', title: 'Practice director' },
    { name: 'Tomás Rivas', title: 'Front desk lead' },
    { name: 'Nadia Haddad', title: 'Patient coordinator' },
  ],
};

const anyone = [
  { name: 'Alex Morgan', title: 'Administrator' },
  { name: 'Sam Carter', title: 'Manager' },
  { name: 'Robin Lee', title: 'Associate' },
];

export const peopleOf = (slug: string) => people[slug] ?? anyone;
