/** What a booking page in a frame tells the page around it. It names no guest: anybody may have put the frame there. */
export type FrameMessage =
  | { type: 'bookings:height'; height: number }
  /** Another step of the booking is shown: its beginning should be in sight. */
  | { type: 'bookings:step' }
  | { type: 'bookings:close' }
  | { type: 'bookings:booked'; event: string; title: string; start: string; end: string; status: string };
