package dev.maitred.recommend.als;

/** The definitions of iALS, written out over all pairs in double precision. */
final class NaiveAls {

  private final double[][] weight;
  private final double unobserved;
  private final double regularization;
  private final double exponent;

  NaiveAls(Preferences preferences, ImplicitAls settings) {
    weight = new double[preferences.users()][preferences.items()];
    Rows rows = preferences.ofUsers();
    for (int user = 0; user < weight.length; user++) {
      for (int entry = rows.first()[user]; entry < rows.first()[user + 1]; entry++) {
        weight[user][rows.column()[entry]] = rows.weight()[entry];
      }
    }
    unobserved = settings.unobservedWeight();
    regularization = settings.regularization();
    exponent = settings.exponent();
  }

  /** The best vector of a user for the items' vectors, by Gauss' elimination. */
  double[] user(int user, double[][] items) {
    return best(weight[user], items);
  }

  /** The best vector of an item for the users' vectors. */
  double[] item(int item, double[][] users) {
    return best(column(item), users);
  }

  private double[] column(int item) {
    var column = new double[weight.length];
    for (int user = 0; user < column.length; user++) {
      column[user] = weight[user][item];
    }
    return column;
  }

  private double[] best(double[] weights, double[][] others) {
    int rank = others[0].length;
    var system = new double[rank][rank + 1];
    for (int other = 0; other < others.length; other++) {
      for (int row = 0; row < rank; row++) {
        for (int column = 0; column < rank; column++) {
          system[row][column] +=
              (weights[other] + unobserved) * others[other][row] * others[other][column];
        }
        system[row][rank] += weights[other] * others[other][row];
      }
    }
    for (int row = 0; row < rank; row++) {
      system[row][row] += penalty(weights, others.length);
    }
    return eliminated(system);
  }

  private double penalty(double[] weights, int others) {
    double sum = 0;
    for (double each : weights) {
      sum += each;
    }
    return regularization * Math.pow(sum + unobserved * others, exponent);
  }

  private static double[] eliminated(double[][] system) {
    int size = system.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = 0; row < size; row++) {
        double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
        for (int column = 0; column <= size; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    var solution = new double[size];
    for (int row = 0; row < size; row++) {
      solution[row] = system[row][size] / system[row][row];
    }
    return solution;
  }

  /** What iALS makes least. */
  double loss(double[][] users, double[][] items) {
    double loss = 0;
    for (int user = 0; user < users.length; user++) {
      for (int item = 0; item < items.length; item++) {
        double score = dot(users[user], items[item]);
        loss += weight[user][item] * (1 - score) * (1 - score) + unobserved * score * score;
      }
      loss += penalty(weight[user], items.length) * dot(users[user], users[user]);
    }
    for (int item = 0; item < items.length; item++) {
      loss += penalty(column(item), users.length) * dot(items[item], items[item]);
    }
    return loss;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }

  /** Rows of floats as rows of doubles. */
  static double[][] rows(float[] values, int rank) {
    var rows = new double[values.length / rank][rank];
    for (int at = 0; at < values.length; at++) {
      rows[at / rank][at % rank] = values[at];
    }
    return rows;
  }
}
