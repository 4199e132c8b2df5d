/** Chats on a website, as the providers of chat windows tell of them. */
@NullMarked
package org.feedbackloop.intake.channel.chat;

import org.jspecify.annotations.NullMarked;
