-- AlterTable
ALTER TABLE "Booking" ALTER COLUMN "guestZone" SET DEFAULT 'UTC',
ALTER COLUMN "locationKind" SET DEFAULT 'other';

-- AlterTable
ALTER TABLE "BookingEventType" ALTER COLUMN "lengths" SET DEFAULT ARRAY[30]::INTEGER[];

-- AlterTable
ALTER TABLE "BookingSchedule" ALTER COLUMN "zone" SET DEFAULT 'UTC';
