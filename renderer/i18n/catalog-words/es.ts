/** Boards, parts and worlds in Spanish. The keys are explained in ../catalog.ts. */

import type { CatalogWords } from '../words.ts';

const FLASH = 'lleva a la memoria que guarda el programa: usarlo bloquea la placa.';
const CONSOLE = 'es de la consola USB: usarlo corta la conexión con la computadora.';

export const catalogWords: CatalogWords = {
  'pico.about': 'Pequeña y barata: 26 pines, 3 entradas analógicas, sin radio. Funciona a 3,3 V.',
  'pico.caution.GPIO23': 'GPIO23 elige el modo de la fuente de alimentación de la placa.',
  'pico.caution.GPIO24': 'GPIO24 detecta si llega corriente por USB.',
  'pico.caution.GPIO29': 'GPIO29 mide el voltaje de alimentación de la placa.',
  'esp32_devkit.about':
    'El clásico para cosas conectadas: 25 pines, 15 entradas analógicas, wifi y Bluetooth. Funciona a 3,3 V.',
  'esp32_devkit.caution.GPIO0':
    'GPIO0 debe estar en alto al encender; si no, la placa espera un firmware nuevo.',
  'esp32_devkit.caution.GPIO1': `GPIO1 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO2':
    'GPIO2 debe estar en bajo o libre mientras se graba el firmware; también enciende el LED azul.',
  'esp32_devkit.caution.GPIO3': `GPIO3 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO5': 'GPIO5 debe estar en alto al encender.',
  'esp32_devkit.caution.GPIO6': `GPIO6 ${FLASH}`,
  'esp32_devkit.caution.GPIO7': `GPIO7 ${FLASH}`,
  'esp32_devkit.caution.GPIO8': `GPIO8 ${FLASH}`,
  'esp32_devkit.caution.GPIO9': `GPIO9 ${FLASH}`,
  'esp32_devkit.caution.GPIO10': `GPIO10 ${FLASH}`,
  'esp32_devkit.caution.GPIO11': `GPIO11 ${FLASH}`,
  'esp32_devkit.caution.GPIO12': 'GPIO12 debe estar en bajo al encender; si no, la placa no arranca.',
  'esp32_devkit.caution.GPIO15':
    'GPIO15 debe estar en alto al encender; si no, no aparecen los mensajes de arranque.',

  led: 'LED',
  'led.about':
    'Una lámpara pequeña. Brilla mientras la pata larga (A) está en alto y la corta (C) en bajo; con PWM se atenúa.',
  'led.state.on': 'Encendido',
  'led.state.brightness': 'Brillo (de 0 a 1)',
  'push-button': 'Pulsador',
  'push-button.about': 'Une sus dos lados mientras lo mantienes pulsado.',
  'push-button.control.pressed': 'Pulsar',
  'push-button.state.pressed': 'Pulsado',
  potentiometer: 'Potenciómetro',
  'potentiometer.about':
    'Una perilla. Su pin SIG da un voltaje entre GND (girada a la izquierda) y VCC (girada a la derecha).',
  'potentiometer.control.position': 'Posición',
  'potentiometer.state.position': 'Posición',
  'analog-temperature-sensor': 'Sensor de temperatura (TMP36)',
  'analog-temperature-sensor.about':
    'Da 0,5 V a 0 °C y 10 mV más por cada grado. En un mundo mide el aire de allí; el deslizador es para circuitos sin mundo.',
  'analog-temperature-sensor.control.temperature': 'Temperatura',
  'analog-temperature-sensor.state.temperature': 'Temperatura',
  'analog-temperature-sensor.state.voltage': 'Salida',
  dht22: 'Sensor DHT22',
  'dht22.about':
    'Mide la temperatura y la humedad del aire, como mucho cada 2 segundos. En un mundo mide el aire de allí; los deslizadores son para circuitos sin mundo.',
  'dht22.control.temperature': 'Temperatura',
  'dht22.control.humidity': 'Humedad',
  'dht22.state.temperature': 'Temperatura',
  'dht22.state.humidity': 'Humedad',
  'soil-moisture-sensor': 'Sensor de humedad del suelo',
  'soil-moisture-sensor.about':
    'Da unos 2,5 V en tierra seca y 1,3 V en tierra mojada. En un mundo mide la tierra de allí; el deslizador es para circuitos sin mundo.',
  'soil-moisture-sensor.control.moisture': 'Humedad del suelo',
  'soil-moisture-sensor.state.moisture': 'Humedad del suelo',
  'soil-moisture-sensor.state.voltage': 'Salida',
  relay: 'Relé con aparato',
  'relay.about':
    'Enciende una bomba, una calefacción, un ventilador o una lámpara mientras su pin IN está en alto.',
  'relay.state.on': 'Encendido',
  'relay.state.load': 'Aparato',
  'relay.option.pump': 'bomba',
  'relay.option.heater': 'calefacción',
  'relay.option.fan': 'ventilador',
  'relay.option.lamp': 'lámpara',
  servo: 'Servo',
  'servo.about':
    'Gira su brazo a un ángulo de 0° a 180°. Necesita PWM de 50 Hz con pulsos de 0,5 ms (0°) a 2,5 ms (180°).',
  'servo.state.angle': 'Ángulo',
  'servo.state.target': 'Ángulo pedido',
  resistor: 'Resistencia',
  'resistor.about': 'Limita la corriente, lleva un cable suavemente a alto o a bajo, o divide un voltaje.',
  'resistor.state.ohms': 'Resistencia',

  greenhouse: 'Invernadero',
  'greenhouse.control.timeOfDay': 'Hora del día',
  'greenhouse.control.outsideTemperature': 'Temperatura fuera (media del día)',
  'greenhouse.control.cloudCover': 'Nubes',
  'greenhouse.control.airTemperature': 'Temperatura del aire ahora',
  'greenhouse.control.airHumidity': 'Humedad del aire ahora',
  'greenhouse.control.soilMoisture': 'Humedad del suelo ahora',
  'greenhouse.control.holdAirTemperature': 'Mantener la temperatura del aire',
  'greenhouse.variable.airTemperature': 'Temperatura del aire',
  'greenhouse.variable.airHumidity': 'Humedad del aire',
  'greenhouse.variable.soilMoisture': 'Humedad del suelo',
  'greenhouse.variable.lightLevel': 'Luz sobre las plantas',
  'greenhouse.variable.outsideTemperature': 'Temperatura fuera',
  'greenhouse.variable.timeOfDay': 'Hora del día',
  'greenhouse.variable.ventOpening': 'Apertura de la ventana',
  'greenhouse.variable.pumpFlow': 'Agua de la bomba',
  'greenhouse.variable.heaterPower': 'Calefacción',
  'greenhouse.variable.fanSpeed': 'Ventilador',
  'greenhouse.variable.lampPower': 'Lámpara',
};
