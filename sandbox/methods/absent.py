"""The methods of the Bot API (10.3) that the sandbox doesn't have: it says so instead of pretending."""

NAMES = """
    sendLivePhoto sendAudio sendAnimation sendPaidMedia sendVenue sendPoll sendChecklist
    sendDice sendMessageDraft setMessageReaction getUserProfilePhotos getUserProfileAudios
    setUserEmojiStatus banChatMember unbanChatMember restrictChatMember promoteChatMember
    setChatAdministratorCustomTitle setChatMemberTag banChatSenderChat unbanChatSenderChat
    setChatPermissions exportChatInviteLink createChatInviteLink editChatInviteLink
    createChatSubscriptionInviteLink editChatSubscriptionInviteLink revokeChatInviteLink
    approveChatJoinRequest declineChatJoinRequest answerChatJoinRequestQuery sendChatJoinRequestWebApp
    setChatPhoto deleteChatPhoto setChatTitle setChatDescription pinChatMessage unpinChatMessage
    unpinAllChatMessages leaveChat getChatAdministrators getChatMemberCount getChatMember
    getUserPersonalChatMessages setChatStickerSet deleteChatStickerSet getForumTopicIconStickers
    createForumTopic editForumTopic closeForumTopic reopenForumTopic deleteForumTopic
    unpinAllForumTopicMessages editGeneralForumTopic closeGeneralForumTopic reopenGeneralForumTopic
    hideGeneralForumTopic unhideGeneralForumTopic unpinAllGeneralForumTopicMessages answerGuestQuery
    getUserChatBoosts getBusinessConnection getManagedBotToken replaceManagedBotToken
    getManagedBotAccessSettings setManagedBotAccessSettings setMyProfilePhoto removeMyProfilePhoto
    setMyDefaultAdministratorRights getMyDefaultAdministratorRights getAvailableGifts sendGift
    giftPremiumSubscription verifyUser verifyChat removeUserVerification removeChatVerification
    readBusinessMessage deleteBusinessMessages setBusinessAccountName setBusinessAccountUsername
    setBusinessAccountBio setBusinessAccountProfilePhoto removeBusinessAccountProfilePhoto
    setBusinessAccountGiftSettings getBusinessAccountStarBalance transferBusinessAccountStars
    getBusinessAccountGifts getUserGifts getChatGifts convertGiftToStars upgradeGift transferGift
    postStory repostStory editStory deleteStory answerWebAppQuery savePreparedInlineMessage
    savePreparedKeyboardButton editMessageLiveLocation stopMessageLiveLocation editMessageChecklist
    stopPoll editEphemeralMessageText editEphemeralMessageMedia editEphemeralMessageCaption
    editEphemeralMessageReplyMarkup approveSuggestedPost declineSuggestedPost deleteEphemeralMessage
    deleteMessageReaction deleteAllMessageReactions sendSticker getStickerSet getCustomEmojiStickers
    uploadStickerFile createNewStickerSet addStickerToSet setStickerPositionInSet deleteStickerFromSet
    replaceStickerInSet setStickerEmojiList setStickerKeywords setStickerMaskPosition setStickerSetTitle
    setStickerSetThumbnail setCustomEmojiStickerSetThumbnail deleteStickerSet sendRichMessage
    sendRichMessageDraft sendInvoice createInvoiceLink answerShippingQuery answerPreCheckoutQuery
    getMyStarBalance getStarTransactions refundStarPayment editUserStarSubscription setPassportDataErrors
    sendGame setGameScore getGameHighScores logOut forwardMessages getMyName setMyShortDescription
    getMyShortDescription setChatMenuButton getChatMenuButton
"""
ABSENT = frozenset(NAMES.lower().split())
