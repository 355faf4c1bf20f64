"""新旧対照表: two plans side by side as a board reads them, in Word and in Excel."""
