-- Integers in a GiST index, beside ranges. Trusted since PostgreSQL 13: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateTable
CREATE TABLE "BookingEventType" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "description" TEXT,
    "lengths" INTEGER[],
    "locationKind" TEXT NOT NULL DEFAULT 'phone',
    "locationValue" TEXT,
    "bufferBefore" INTEGER NOT NULL DEFAULT 0,
    "bufferAfter" INTEGER NOT NULL DEFAULT 0,
    "minimumNotice" INTEGER NOT NULL DEFAULT 240,
    "horizonKind" TEXT NOT NULL DEFAULT 'days',
    "horizonDays" INTEGER NOT NULL DEFAULT 60,
    "rangeFrom" DATE,
    "rangeTo" DATE,
    "dailyLimit" INTEGER,
    "hostDailyLimit" INTEGER,
    "hostWeeklyLimit" INTEGER,
    "slotStep" INTEGER,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "colour" INTEGER NOT NULL DEFAULT 0,
    "assignment" TEXT NOT NULL DEFAULT 'single',
    "keepsHost" BOOLEAN NOT NULL DEFAULT true,
    "needsConfirmation" BOOLEAN NOT NULL DEFAULT false,
    "guestMayCancel" BOOLEAN NOT NULL DEFAULT true,
    "guestMayReschedule" BOOLEAN NOT NULL DEFAULT true,
    "cancelCutoff" INTEGER NOT NULL DEFAULT 0,
    "rescheduleCutoff" INTEGER NOT NULL DEFAULT 0,
    "reminders" INTEGER[] DEFAULT ARRAY[1440]::INTEGER[],
    "questions" JSONB NOT NULL DEFAULT '[]',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BookingEventType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingHost" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "eventTypeId" INTEGER NOT NULL,
    "userId" INTEGER NOT NULL,
    "scheduleId" INTEGER,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "weight" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BookingHost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingSchedule" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "userId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "weekly" JSONB NOT NULL DEFAULT '[]',
    "overrides" JSONB NOT NULL DEFAULT '[]',
    "travels" JSONB NOT NULL DEFAULT '[]',
    "observesHolidays" BOOLEAN NOT NULL DEFAULT true,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BookingSchedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingHoliday" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "BookingHoliday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingSession" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "eventTypeId" INTEGER NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BookingSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingOccupancy" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "sessionId" INTEGER NOT NULL,
    "hostId" INTEGER NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "BookingOccupancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Booking" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "uid" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "eventTypeId" INTEGER NOT NULL,
    "sessionId" INTEGER NOT NULL,
    "hostId" INTEGER NOT NULL,
    "clientId" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'confirmed',
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "guestName" TEXT NOT NULL,
    "guestEmail" TEXT,
    "guestPhone" TEXT,
    "guestZone" TEXT NOT NULL,
    "guestLocale" TEXT NOT NULL DEFAULT 'en',
    "seats" INTEGER NOT NULL DEFAULT 1,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "locationKind" TEXT NOT NULL,
    "location" TEXT,
    "notes" TEXT,
    "cancelReason" TEXT,
    "cancelledBy" TEXT,
    "source" TEXT NOT NULL DEFAULT 'staff',
    "requestKey" TEXT,
    "requestDigest" TEXT,
    "search" TEXT NOT NULL DEFAULT '',
    "createdById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingReminder" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "bookingId" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BookingReminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingClientMove" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "mergeId" INTEGER NOT NULL,
    "bookingId" INTEGER NOT NULL,
    "fromClientId" INTEGER NOT NULL,
    "toClientId" INTEGER NOT NULL,

    CONSTRAINT "BookingClientMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingFeed" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "userId" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastReadAt" TIMESTAMP(3),

    CONSTRAINT "BookingFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BookingEventType_tenantId_id_key" ON "BookingEventType"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingEventType_tenantId_slug_key" ON "BookingEventType"("tenantId", "slug");

-- CreateIndex
CREATE INDEX "BookingHost_tenantId_userId_idx" ON "BookingHost"("tenantId", "userId");

-- CreateIndex
CREATE INDEX "BookingHost_tenantId_scheduleId_idx" ON "BookingHost"("tenantId", "scheduleId");

-- CreateIndex
CREATE UNIQUE INDEX "BookingHost_tenantId_id_key" ON "BookingHost"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingHost_tenantId_eventTypeId_userId_key" ON "BookingHost"("tenantId", "eventTypeId", "userId");

-- CreateIndex
CREATE INDEX "BookingSchedule_tenantId_userId_idx" ON "BookingSchedule"("tenantId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "BookingSchedule_tenantId_id_key" ON "BookingSchedule"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingHoliday_tenantId_id_key" ON "BookingHoliday"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingHoliday_tenantId_date_key" ON "BookingHoliday"("tenantId", "date");

-- CreateIndex
CREATE INDEX "BookingSession_tenantId_eventTypeId_startsAt_idx" ON "BookingSession"("tenantId", "eventTypeId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "BookingSession_tenantId_id_key" ON "BookingSession"("tenantId", "id");

-- CreateIndex
CREATE INDEX "BookingOccupancy_tenantId_hostId_startsAt_idx" ON "BookingOccupancy"("tenantId", "hostId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "BookingOccupancy_tenantId_id_key" ON "BookingOccupancy"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingOccupancy_tenantId_sessionId_hostId_key" ON "BookingOccupancy"("tenantId", "sessionId", "hostId");

-- CreateIndex
CREATE INDEX "Booking_tenantId_startsAt_id_idx" ON "Booking"("tenantId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Booking_tenantId_hostId_startsAt_id_idx" ON "Booking"("tenantId", "hostId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Booking_tenantId_clientId_startsAt_idx" ON "Booking"("tenantId", "clientId", "startsAt");

-- CreateIndex
CREATE INDEX "Booking_tenantId_eventTypeId_startsAt_idx" ON "Booking"("tenantId", "eventTypeId", "startsAt");

-- CreateIndex
CREATE INDEX "Booking_tenantId_sessionId_idx" ON "Booking"("tenantId", "sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Booking_tenantId_id_key" ON "Booking"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Booking_tenantId_uid_key" ON "Booking"("tenantId", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "Booking_tenantId_requestKey_key" ON "Booking"("tenantId", "requestKey");

-- CreateIndex
CREATE UNIQUE INDEX "BookingReminder_tenantId_id_key" ON "BookingReminder"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingReminder_tenantId_bookingId_minutes_startsAt_key" ON "BookingReminder"("tenantId", "bookingId", "minutes", "startsAt");

-- CreateIndex
CREATE INDEX "BookingClientMove_tenantId_bookingId_idx" ON "BookingClientMove"("tenantId", "bookingId");

-- CreateIndex
CREATE UNIQUE INDEX "BookingClientMove_tenantId_id_key" ON "BookingClientMove"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingClientMove_tenantId_mergeId_bookingId_key" ON "BookingClientMove"("tenantId", "mergeId", "bookingId");

-- CreateIndex
CREATE UNIQUE INDEX "BookingFeed_tenantId_id_key" ON "BookingFeed"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingFeed_tenantId_userId_key" ON "BookingFeed"("tenantId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "BookingFeed_tenantId_tokenHash_key" ON "BookingFeed"("tenantId", "tokenHash");

-- AddForeignKey
ALTER TABLE "BookingHost" ADD CONSTRAINT "BookingHost_tenantId_eventTypeId_fkey" FOREIGN KEY ("tenantId", "eventTypeId") REFERENCES "BookingEventType"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingHost" ADD CONSTRAINT "BookingHost_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingHost" ADD CONSTRAINT "BookingHost_tenantId_scheduleId_fkey" FOREIGN KEY ("tenantId", "scheduleId") REFERENCES "BookingSchedule"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingSchedule" ADD CONSTRAINT "BookingSchedule_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingSession" ADD CONSTRAINT "BookingSession_tenantId_eventTypeId_fkey" FOREIGN KEY ("tenantId", "eventTypeId") REFERENCES "BookingEventType"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingOccupancy" ADD CONSTRAINT "BookingOccupancy_tenantId_sessionId_fkey" FOREIGN KEY ("tenantId", "sessionId") REFERENCES "BookingSession"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingOccupancy" ADD CONSTRAINT "BookingOccupancy_tenantId_hostId_fkey" FOREIGN KEY ("tenantId", "hostId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_tenantId_eventTypeId_fkey" FOREIGN KEY ("tenantId", "eventTypeId") REFERENCES "BookingEventType"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_tenantId_sessionId_fkey" FOREIGN KEY ("tenantId", "sessionId") REFERENCES "BookingSession"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_tenantId_hostId_fkey" FOREIGN KEY ("tenantId", "hostId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingReminder" ADD CONSTRAINT "BookingReminder_tenantId_bookingId_fkey" FOREIGN KEY ("tenantId", "bookingId") REFERENCES "Booking"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingClientMove" ADD CONSTRAINT "BookingClientMove_tenantId_bookingId_fkey" FOREIGN KEY ("tenantId", "bookingId") REFERENCES "Booking"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingFeed" ADD CONSTRAINT "BookingFeed_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody is in two places at once. WITHOUT OVERLAPS of PostgreSQL 18 cannot be partial, and a cancelled booking frees its time.
ALTER TABLE "BookingOccupancy" ADD CONSTRAINT "BookingOccupancy_no_overlap"
    EXCLUDE USING gist ("tenantId" WITH =, "hostId" WITH =, tsrange("startsAt", "endsAt", '[)') WITH &&) WHERE ("live");

-- Equal ends are an empty range, which overlaps nothing.
ALTER TABLE "BookingOccupancy" ADD CONSTRAINT "BookingOccupancy_in_order" CHECK ("startsAt" <= "endsAt");
ALTER TABLE "BookingSession" ADD CONSTRAINT "BookingSession_in_order" CHECK ("startsAt" <= "endsAt");
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_in_order" CHECK ("startsAt" <= "endsAt");
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_seats" CHECK ("seats" > 0);

-- One default schedule for each user.
CREATE UNIQUE INDEX "BookingSchedule_default" ON "BookingSchedule" ("tenantId", "userId") WHERE "isDefault";
