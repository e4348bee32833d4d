/** Boards, parts and worlds in German. The keys are explained in ../catalog.ts. */

import type { CatalogWords } from '../words.ts';

const FLASH = 'führt zum Speicher mit dem Programm: Wer ihn benutzt, bringt das Board zum Absturz.';
const CONSOLE = 'gehört zur USB-Konsole: Wer ihn benutzt, trennt die Verbindung zum Computer.';

export const catalogWords: CatalogWords = {
  'pico.about': 'Klein und günstig: 26 Pins, 3 analoge Eingänge, kein Funk. Läuft mit 3,3 V.',
  'pico.caution.GPIO23': 'GPIO23 stellt die Stromversorgung auf dem Board ein.',
  'pico.caution.GPIO24': 'GPIO24 merkt, ob das Board Strom über USB bekommt.',
  'pico.caution.GPIO29': 'GPIO29 misst die Versorgungsspannung auf dem Board.',
  'esp32_devkit.about':
    'Der Klassiker für vernetzte Dinge: 25 Pins, 15 analoge Eingänge, WLAN und Bluetooth. Läuft mit 3,3 V.',
  'esp32_devkit.caution.GPIO0':
    'GPIO0 muss beim Einschalten high sein, sonst wartet das Board auf neue Firmware.',
  'esp32_devkit.caution.GPIO1': `GPIO1 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO2':
    'GPIO2 muss low oder frei sein, während Firmware geschrieben wird; er lässt auch die blaue LED leuchten.',
  'esp32_devkit.caution.GPIO3': `GPIO3 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO5': 'GPIO5 muss beim Einschalten high sein.',
  'esp32_devkit.caution.GPIO6': `GPIO6 ${FLASH}`,
  'esp32_devkit.caution.GPIO7': `GPIO7 ${FLASH}`,
  'esp32_devkit.caution.GPIO8': `GPIO8 ${FLASH}`,
  'esp32_devkit.caution.GPIO9': `GPIO9 ${FLASH}`,
  'esp32_devkit.caution.GPIO10': `GPIO10 ${FLASH}`,
  'esp32_devkit.caution.GPIO11': `GPIO11 ${FLASH}`,
  'esp32_devkit.caution.GPIO12': 'GPIO12 muss beim Einschalten low sein, sonst startet das Board nicht.',
  'esp32_devkit.caution.GPIO15':
    'GPIO15 muss beim Einschalten high sein, sonst fehlen die Meldungen vom Start.',

  led: 'LED',
  'led.about':
    'Eine kleine Lampe. Sie leuchtet, solange das lange Bein (A) high und das kurze Bein (C) low ist; mit PWM wird sie gedimmt.',
  'led.state.on': 'Leuchtet',
  'led.state.brightness': 'Helligkeit (0 bis 1)',
  'push-button': 'Taster',
  'push-button.about': 'Verbindet seine beiden Seiten, solange er gedrückt ist.',
  'push-button.control.pressed': 'Drücken',
  'push-button.state.pressed': 'gedrückt',
  potentiometer: 'Drehregler',
  'potentiometer.about':
    'Ein Drehknopf (Potentiometer). Sein Pin SIG gibt eine Spannung zwischen GND (ganz links) und VCC (ganz rechts).',
  'potentiometer.control.position': 'Stellung',
  'potentiometer.state.position': 'Stellung',
  'analog-temperature-sensor': 'Temperatursensor (TMP36)',
  'analog-temperature-sensor.about':
    'Gibt bei 0 °C 0,5 V und für jedes Grad 10 mV mehr. In einer Welt misst er die Luft dort; der Schieberegler ist für Schaltungen ohne Welt.',
  'analog-temperature-sensor.control.temperature': 'Temperatur',
  'analog-temperature-sensor.state.temperature': 'Temperatur',
  'analog-temperature-sensor.state.voltage': 'Ausgang',
  dht22: 'DHT22-Sensor',
  'dht22.about':
    'Misst Temperatur und Luftfeuchtigkeit, höchstens alle 2 Sekunden. In einer Welt misst er die Luft dort; die Schieberegler sind für Schaltungen ohne Welt.',
  'dht22.control.temperature': 'Temperatur',
  'dht22.control.humidity': 'Luftfeuchtigkeit',
  'dht22.state.temperature': 'Temperatur',
  'dht22.state.humidity': 'Luftfeuchtigkeit',
  'soil-moisture-sensor': 'Bodenfeuchtesensor',
  'soil-moisture-sensor.about':
    'Gibt in trockener Erde etwa 2,5 V und in nasser Erde 1,3 V. In einer Welt misst er die Erde dort; der Schieberegler ist für Schaltungen ohne Welt.',
  'soil-moisture-sensor.control.moisture': 'Bodenfeuchte',
  'soil-moisture-sensor.state.moisture': 'Bodenfeuchte',
  'soil-moisture-sensor.state.voltage': 'Ausgang',
  relay: 'Relais mit Gerät',
  'relay.about': 'Schaltet Pumpe, Heizung, Lüfter oder Lampe ein, solange sein Pin IN high ist.',
  'relay.state.on': 'An',
  'relay.state.load': 'Gerät',
  'relay.option.pump': 'Pumpe',
  'relay.option.heater': 'Heizung',
  'relay.option.fan': 'Lüfter',
  'relay.option.lamp': 'Lampe',
  servo: 'Servo',
  'servo.about':
    'Dreht seinen Arm auf einen Winkel von 0° bis 180°. Braucht PWM mit 50 Hz und Impulse von 0,5 ms (0°) bis 2,5 ms (180°).',
  'servo.state.angle': 'Winkel',
  'servo.state.target': 'Gewünschter Winkel',
  resistor: 'Widerstand',
  'resistor.about':
    'Begrenzt den Strom, zieht ein Kabel sanft nach oben oder unten oder teilt eine Spannung.',
  'resistor.state.ohms': 'Widerstand',

  greenhouse: 'Gewächshaus',
  'greenhouse.control.timeOfDay': 'Uhrzeit',
  'greenhouse.control.outsideTemperature': 'Temperatur draußen (Tagesmittel)',
  'greenhouse.control.cloudCover': 'Wolken',
  'greenhouse.control.airTemperature': 'Lufttemperatur jetzt',
  'greenhouse.control.airHumidity': 'Luftfeuchtigkeit jetzt',
  'greenhouse.control.soilMoisture': 'Bodenfeuchte jetzt',
  'greenhouse.control.holdAirTemperature': 'Lufttemperatur festhalten',
  'greenhouse.variable.airTemperature': 'Lufttemperatur',
  'greenhouse.variable.airHumidity': 'Luftfeuchtigkeit',
  'greenhouse.variable.soilMoisture': 'Bodenfeuchte',
  'greenhouse.variable.lightLevel': 'Licht auf den Pflanzen',
  'greenhouse.variable.outsideTemperature': 'Temperatur draußen',
  'greenhouse.variable.timeOfDay': 'Uhrzeit',
  'greenhouse.variable.ventOpening': 'Öffnung des Dachfensters',
  'greenhouse.variable.pumpFlow': 'Wasser aus der Pumpe',
  'greenhouse.variable.heaterPower': 'Heizung',
  'greenhouse.variable.fanSpeed': 'Lüfter',
  'greenhouse.variable.lampPower': 'Lampe',
};
