package dev.maitred.recommend.sample;

import java.util.List;

/** A kind of film, and the words its titles are made of. */
enum Genre {
  DRAMA(
      "Drama",
      "Quiet Long Borrowed Faithful Broken Patient Unspoken Paper",
      "Orchard Winter Inheritance Letter Lighthouse Harvest Promise Staircase Garden Ferry"),
  COMEDY(
      "Comedy",
      "Accidental Terrible Second-Best Perfectly Uninvited Overdressed Lucky Clumsy",
      "Landlord Picnic Wedding Uncle Parrot Sandwich Reunion Understudy Honeymoon Neighbour"),
  ACTION(
      "Action",
      "Final Burning Iron Zero Reckless Double Hostile Thunder",
      "Convoy Vendetta Countdown Extraction Highway Squadron Firewall Payload Overdrive Siege"),
  THRILLER(
      "Thriller",
      "Silent Hidden Cold Third False Locked Vanishing Double",
      "Witness Corridor Passenger Alibi Signal Hostage Cipher Apartment Bridge Informant"),
  SCIENCE_FICTION(
      "Science Fiction",
      "Glass Distant Ninth Orbital Hollow Frozen Electric Infinite",
      "Comet Colony Paradox Horizon Satellite Android Nebula Archive Antenna Gravity"),
  ROMANCE(
      "Romance",
      "Summer Secret Midnight Tender Unsent Parisian Almost Velvet",
      "Waltz Kiss Balcony Valentine Serenade Postcard Platform Bouquet Umbrella Sonata"),
  HORROR(
      "Horror",
      "Rotting Whispering Buried Crimson Nameless Starving Pale Forsaken",
      "Cellar Chapel Nursery Lake Mirror Doll Orphanage Marsh Attic Lullaby"),
  ANIMATION(
      "Animation",
      "Tiny Brave Wobbly Golden Sleepy Flying Curious Giant",
      "Hedgehog Teapot Penguin Balloon Robot Puddle Acorn Snowman Kitten Lantern"),
  FANTASY(
      "Fantasy",
      "Silver Forgotten Enchanted Thorned Wandering Elder Moonlit Last",
      "Crown Dragon Oracle Kingdom Sword Raven Forest Throne Alchemist Prophecy"),
  CRIME(
      "Crime",
      "Dirty Crooked Unmarked Southside Gilded Honest Bad Blue",
      "Ledger Precinct Casino Racket Getaway Kingpin Verdict Syndicate Safe Debt"),
  DOCUMENTARY(
      "Documentary",
      "Inside Beyond Forgotten Living Hidden Wild Great Unknown",
      "Ocean Railway Glacier Orchestra Desert Factory Kitchen Migration Archive Reef"),
  WESTERN(
      "Western",
      "Dusty Lonesome Crooked Six-Gun Red Bitter Wide Hard",
      "Canyon Saddle Sheriff Mesa Stagecoach Outlaw Prairie Spur Gulch Bounty");

  private final String title;
  private final List<String> adjectives;
  private final List<String> nouns;

  Genre(String title, String adjectives, String nouns) {
    this.title = title;
    this.adjectives = List.of(adjectives.split(" "));
    this.nouns = List.of(nouns.split(" "));
  }

  String title() {
    return title;
  }

  List<String> adjectives() {
    return adjectives;
  }

  List<String> nouns() {
    return nouns;
  }
}
