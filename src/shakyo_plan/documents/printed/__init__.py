"""The printed 事業計画書: what stands where in it, not yet in Word or any other format."""
