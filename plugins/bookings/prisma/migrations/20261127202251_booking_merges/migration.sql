-- DropForeignKey
ALTER TABLE "Booking" DROP CONSTRAINT "Booking_tenantId_clientId_fkey";

-- DropForeignKey
ALTER TABLE "BookingClientMove" DROP CONSTRAINT "BookingClientMove_tenantId_bookingId_fkey";

-- AlterTable
ALTER TABLE "Booking" ADD COLUMN     "cancelledAt" TIMESTAMP(3);

-- DropTable
DROP TABLE "BookingClientMove";

-- CreateTable
CREATE TABLE "BookingMerge" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "mergeId" INTEGER NOT NULL,
    "moved" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "BookingMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BookingMerge_tenantId_id_key" ON "BookingMerge"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BookingMerge_tenantId_mergeId_key" ON "BookingMerge"("tenantId", "mergeId");

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE SET NULL ("clientId") ON UPDATE CASCADE;

-- A client that is deleted for good takes along what tells of the person: here, as part of that deletion, because afterwards nobody knows any
-- more whose booking it was. That there was one stays, for the numbers. What lies ahead does not take place.
CREATE FUNCTION booking_without_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM "Client" c WHERE c."tenantId" = old."tenantId" AND c.id = old."clientId") THEN
        RETURN new;
    END IF;
    new."guestName" := '';
    new."guestEmail" := NULL;
    new."guestPhone" := NULL;
    new."location" := NULL;
    new."answers" := '[]';
    new."notes" := NULL;
    new."cancelReason" := NULL;
    new."requestDigest" := NULL;
    new."search" := '';
    new."version" := old."version" + 1;
    IF old."startsAt" > now() AT TIME ZONE 'utc' AND old."status" <> 'cancelled' THEN
        new."status" := 'cancelled';
        new."cancelledBy" := 'host';
        new."cancelledAt" := now() AT TIME ZONE 'utc';
        UPDATE "BookingOccupancy" o SET "live" = false
        WHERE o."tenantId" = old."tenantId" AND o."sessionId" = old."sessionId" AND NOT EXISTS (
            SELECT FROM "Booking" b WHERE b."tenantId" = old."tenantId" AND b."sessionId" = old."sessionId" AND b.id <> old.id AND b."status" <> 'cancelled');
    END IF;
    RETURN new;
END $$;

CREATE TRIGGER booking_without_client BEFORE UPDATE OF "clientId" ON "Booking"
    FOR EACH ROW WHEN (old."clientId" IS NOT NULL AND new."clientId" IS NULL) EXECUTE FUNCTION booking_without_client();
