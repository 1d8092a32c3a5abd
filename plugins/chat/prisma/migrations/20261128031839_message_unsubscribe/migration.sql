-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "unsubscribe" TEXT;
