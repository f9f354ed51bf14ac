/** What the user says in a turn, and what the model answers. */
export type Exchange = readonly [user: string, assistant: string];

/** What is talked about: every conversation has one of these, of nine turns. */
export const dialogues: readonly (readonly Exchange[])[] = [
  [
    [
      'My bicycle makes a clicking noise when I pedal hard.',
      'Does it click once in each turn of the pedals, or more often?',
    ],
    [
      'Once in each turn, on the left side.',
      'Then it is likely the left pedal or the crank on that side, not the chain.',
    ],
    ['How do I find out which of the two it is?', 'Swap the pedals for a ride: if the noise moves, it is the pedal.'],
    [
      'I swapped them and it still clicks on the left.',
      'So it is the crank or the bottom bracket. Is there any play in it?',
    ],
    ['A little, when I push the crank sideways.', 'Tighten the crank bolt to what is printed on it, often 40 Nm.'],
    [
      'It says 12 to 14 Nm and there are two bolts.',
      'Those are pinch bolts: tighten them in turns, a little each time.',
    ],
    ['Done. The play is gone.', 'Good. Ride a few minutes uphill and listen again.'],
    ['No clicking any more!', 'Check the bolts once more after fifty kilometres: new seats settle.'],
    ['Thank you, that saved me a trip to the shop.', 'You are welcome. Enjoy the ride.'],
  ],
  [
    ['I have three days in Lisbon in March. What should I see?', 'Do you rather walk, eat or look at art?'],
    ['Walk and eat.', 'Then stay in Graça or Alfama, and begin each day at a viewpoint.'],
    ['Is Sintra worth one of the days?', 'Yes, if you go early: the first train is half empty, the palace too.'],
    ['How long does the train take?', 'About forty minutes from Rossio, and it runs every half hour.'],
    ['Where do I eat on the way back?', 'Near Rossio there are counters where you stand: try the pork sandwich.'],
    ['I eat no pork.', 'Then have the grilled sardines, or the tuna at the market in Campo de Ourique.'],
    ['Will it rain?', 'Perhaps one day of the three. Keep the tile museum for that one.'],
    ['Can I do without taxis?', 'Yes: trams and the metro take one card, which every station sells.'],
    ['That is all I need.', 'Have a good time. Pack shoes that hold on wet stones.'],
  ],
  [
    ['My order arrived with one lamp instead of two.', 'I am sorry. May I have the number of the order?'],
    ['It is 4471.', 'Thank you. It was sent in two parcels; the second is still on its way.'],
    ['When will it be here?', 'The carrier says on Thursday, between nine and noon.'],
    ['I am not at home then.', 'It can go to a neighbour, or to the shop at the corner of your street.'],
    ['The shop, please.', 'Done. You will get a message with a code when it is there.'],
    ['Does it cost anything?', 'No. They keep it for seven days.'],
    ['And if it does not come?', 'Then we send another one the same day; you need not write again.'],
    [
      'Could I still change the colour of the second lamp?',
      'Not of this one, but you can exchange it within thirty days.',
    ],
    ['Good, I will see how it looks first.', 'Do. Is there anything else that I can help with?'],
  ],
];
