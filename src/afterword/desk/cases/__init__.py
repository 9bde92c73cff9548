"""What is to be said of a case or of several: judged, doubted, prepared for, decided, looked back on."""
