/** Boards, parts and worlds in French. The keys are explained in ../catalog.ts. */

import type { CatalogWords } from '../words.ts';

const FLASH = 'mène à la mémoire qui contient le programme : l’utiliser plante la carte.';
const CONSOLE = 'appartient à la console USB : l’utiliser coupe le lien avec l’ordinateur.';

export const catalogWords: CatalogWords = {
  'pico.about': 'Petite et pas chère : 26 broches, 3 entrées analogiques, sans radio. Fonctionne en 3,3 V.',
  'pico.caution.GPIO23': 'GPIO23 règle le mode de l’alimentation de la carte.',
  'pico.caution.GPIO24': 'GPIO24 détecte le courant qui vient de l’USB.',
  'pico.caution.GPIO29': 'GPIO29 mesure la tension d’alimentation de la carte.',
  'esp32_devkit.about':
    'La carte classique des objets connectés : 25 broches, 15 entrées analogiques, Wi-Fi et Bluetooth. Fonctionne en 3,3 V.',
  'esp32_devkit.caution.GPIO0':
    'GPIO0 doit être à l’état haut à l’allumage, sinon la carte attend un nouveau micrologiciel.',
  'esp32_devkit.caution.GPIO1': `GPIO1 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO2':
    'GPIO2 doit être à l’état bas ou libre pendant l’écriture du micrologiciel ; elle allume aussi la LED bleue.',
  'esp32_devkit.caution.GPIO3': `GPIO3 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO5': 'GPIO5 doit être à l’état haut à l’allumage.',
  'esp32_devkit.caution.GPIO6': `GPIO6 ${FLASH}`,
  'esp32_devkit.caution.GPIO7': `GPIO7 ${FLASH}`,
  'esp32_devkit.caution.GPIO8': `GPIO8 ${FLASH}`,
  'esp32_devkit.caution.GPIO9': `GPIO9 ${FLASH}`,
  'esp32_devkit.caution.GPIO10': `GPIO10 ${FLASH}`,
  'esp32_devkit.caution.GPIO11': `GPIO11 ${FLASH}`,
  'esp32_devkit.caution.GPIO12': 'GPIO12 doit être à l’état bas à l’allumage, sinon la carte ne démarre pas.',
  'esp32_devkit.caution.GPIO15':
    'GPIO15 doit être à l’état haut à l’allumage, sinon les messages de démarrage manquent.',

  led: 'LED',
  'led.about':
    'Une petite lampe. Elle brille quand la longue patte (A) est à l’état haut et la courte (C) à l’état bas ; le PWM la fait varier.',
  'led.state.on': 'Allumée',
  'led.state.brightness': 'Luminosité (de 0 à 1)',
  'push-button': 'Bouton-poussoir',
  'push-button.about': 'Relie ses deux côtés tant qu’il est appuyé.',
  'push-button.control.pressed': 'Appuyer',
  'push-button.state.pressed': 'Appuyé',
  potentiometer: 'Potentiomètre',
  'potentiometer.about':
    'Un bouton qui tourne. Sa broche SIG donne une tension entre GND (tourné à gauche) et VCC (tourné à droite).',
  'potentiometer.control.position': 'Position',
  'potentiometer.state.position': 'Position',
  'analog-temperature-sensor': 'Capteur de température (TMP36)',
  'analog-temperature-sensor.about':
    'Donne 0,5 V à 0 °C et 10 mV de plus par degré. Dans un monde, il mesure l’air de ce monde ; le curseur sert aux schémas sans monde.',
  'analog-temperature-sensor.control.temperature': 'Température',
  'analog-temperature-sensor.state.temperature': 'Température',
  'analog-temperature-sensor.state.voltage': 'Sortie',
  dht22: 'Capteur DHT22',
  'dht22.about':
    'Mesure la température et l’humidité de l’air, au plus toutes les 2 secondes. Dans un monde, il mesure l’air de ce monde ; les curseurs servent aux schémas sans monde.',
  'dht22.control.temperature': 'Température',
  'dht22.control.humidity': 'Humidité',
  'dht22.state.temperature': 'Température',
  'dht22.state.humidity': 'Humidité',
  'soil-moisture-sensor': 'Capteur d’humidité du sol',
  'soil-moisture-sensor.about':
    'Donne environ 2,5 V dans la terre sèche et 1,3 V dans la terre mouillée. Dans un monde, il mesure la terre de ce monde ; le curseur sert aux schémas sans monde.',
  'soil-moisture-sensor.control.moisture': 'Humidité du sol',
  'soil-moisture-sensor.state.moisture': 'Humidité du sol',
  'soil-moisture-sensor.state.voltage': 'Sortie',
  relay: 'Relais avec appareil',
  'relay.about':
    'Allume une pompe, un chauffage, un ventilateur ou une lampe tant que sa broche IN est à l’état haut.',
  'relay.state.on': 'Allumé',
  'relay.state.load': 'Appareil',
  'relay.option.pump': 'pompe',
  'relay.option.heater': 'chauffage',
  'relay.option.fan': 'ventilateur',
  'relay.option.lamp': 'lampe',
  servo: 'Servo',
  'servo.about':
    'Tourne son bras à un angle de 0° à 180°. Il veut un PWM de 50 Hz avec des impulsions de 0,5 ms (0°) à 2,5 ms (180°).',
  'servo.state.angle': 'Angle',
  'servo.state.target': 'Angle demandé',
  resistor: 'Résistance',
  'resistor.about': 'Limite le courant, tire doucement un fil vers le haut ou le bas, ou divise une tension.',
  'resistor.state.ohms': 'Résistance',

  greenhouse: 'Serre',
  'greenhouse.control.timeOfDay': 'Heure de la journée',
  'greenhouse.control.outsideTemperature': 'Température dehors (moyenne du jour)',
  'greenhouse.control.cloudCover': 'Nuages',
  'greenhouse.control.airTemperature': 'Température de l’air maintenant',
  'greenhouse.control.airHumidity': 'Humidité de l’air maintenant',
  'greenhouse.control.soilMoisture': 'Humidité du sol maintenant',
  'greenhouse.control.holdAirTemperature': 'Garder la température de l’air',
  'greenhouse.variable.airTemperature': 'Température de l’air',
  'greenhouse.variable.airHumidity': 'Humidité de l’air',
  'greenhouse.variable.soilMoisture': 'Humidité du sol',
  'greenhouse.variable.lightLevel': 'Lumière sur les plantes',
  'greenhouse.variable.outsideTemperature': 'Température dehors',
  'greenhouse.variable.timeOfDay': 'Heure de la journée',
  'greenhouse.variable.ventOpening': 'Ouverture de la fenêtre',
  'greenhouse.variable.pumpFlow': 'Eau de la pompe',
  'greenhouse.variable.heaterPower': 'Chauffage',
  'greenhouse.variable.fanSpeed': 'Ventilateur',
  'greenhouse.variable.lampPower': 'Lampe',
};
