// Two soft notes and a short buzz, once the citizen has asked for them with a tap.

const NOTES_HZ = [659.25, 523.25];
const NOTE_S = 0.9;
const AGAIN_MS = 6000;
const TIMES = 10;
const BUZZ_MS = [300, 150, 300];

export class Chime {
  constructor() {
    this.isOn = false;
    this.sound = null;
    this.ringing = 0;
    this.lock = null;
  }

  // Only from inside a tap: a phone plays nothing it was not asked for.
  async turnOn() {
    const Sound = window.AudioContext || window.webkitAudioContext;
    this.sound = Sound ? new Sound() : null;
    this.isOn = true;
    this.strike();
    await this.stayAwake();
  }

  turnOff() {
    this.hush();
    this.isOn = false;
    if (this.sound) this.sound.close();
    this.sound = null;
    if (this.lock) this.lock.release().catch(() => {});
    this.lock = null;
  }

  ring() {
    if (!this.isOn) return;
    this.hush();
    let left = TIMES;
    const strike = () => {
      this.strike();
      left -= 1;
      this.ringing = left ? setTimeout(strike, AGAIN_MS) : 0;
    };
    strike();
  }

  // Once, for what is worth looking up for but asks nobody to come.
  nudge() {
    if (this.isOn) this.strike();
  }

  hush() {
    clearTimeout(this.ringing);
    this.ringing = 0;
  }

  // Where the phone allows it (https), its screen stays on; elsewhere nothing is lost.
  async stayAwake() {
    if (!this.isOn || !navigator.wakeLock || document.visibilityState !== "visible") return;
    try {
      this.lock = await navigator.wakeLock.request("screen");
    } catch (_) {
      this.lock = null;
    }
  }

  strike() {
    if (navigator.vibrate) navigator.vibrate(BUZZ_MS);
    if (!this.sound) return;
    if (this.sound.state !== "running") this.sound.resume().catch(() => {});
    NOTES_HZ.forEach((pitch, place) => this.note(pitch, this.sound.currentTime + 0.05 + place * 0.35));
  }

  note(pitch, at) {
    const voice = this.sound.createOscillator();
    const volume = this.sound.createGain();
    voice.type = "sine";
    voice.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.4, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S);
    voice.connect(volume).connect(this.sound.destination);
    voice.start(at);
    voice.stop(at + NOTE_S);
  }
}
