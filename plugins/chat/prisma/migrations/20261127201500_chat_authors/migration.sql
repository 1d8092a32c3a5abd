-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "mailedSequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "authorName" TEXT;
