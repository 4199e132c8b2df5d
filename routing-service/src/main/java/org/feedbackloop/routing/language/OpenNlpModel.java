package org.feedbackloop.routing.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What the file of OpenNLP's language model holds. OpenNLP reads it into some hundred thousand objects, which would be thrown
 * away at once, and leave the service with a heap that it never needs again; a test holds this reading to OpenNLP's.
 *
 * @param languages by three letters (ISO 639-3)
 * @param groups of one to three letters
 * @param languagesOfGroup for each group, the numbers of the languages that it has a weight for
 * @param weights those of the first group's languages, then those of the second's, and so on
 */
record OpenNlpModel(List<String> languages, String[] groups, byte[][] languagesOfGroup, float[] weights) {

    private static final String FILE = "/langdetect-183.bin";
    private static final String PART = "langdetect.model";
    private static final String KIND = "GIS";

    static OpenNlpModel shipped() {
        try (ZipInputStream file = new ZipInputStream(open())) {
            for (ZipEntry part = file.getNextEntry(); part != null; part = file.getNextEntry()) {
                if (part.getName().equals(PART)) {
                    return read(new DataInputStream(new BufferedInputStream(file, 1 << 16)));
                }
            }
            throw new FileNotFoundException(PART + " in " + FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open() throws FileNotFoundException {
        InputStream file = OpenNlpModel.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new FileNotFoundException(FILE);
        }
        return file;
    }

    /** The order is that of OpenNLP's {@code GISModelReader}. */
    private static OpenNlpModel read(DataInputStream data) throws IOException {
        String kind = data.readUTF();
        if (!kind.equals(KIND)) {
            throw new IOException(FILE + " holds a model of kind " + kind + ", expected " + KIND);
        }
        data.readInt(); // two settings of the training that no longer matter
        data.readDouble();
        String[] languages = texts(data);
        List<byte[]> languagesOfGroup = new ArrayList<>();
        int total = 0;
        for (String pattern : texts(data)) {
            // how many groups in a row have weights for these languages, and the numbers of the languages
            String[] numbers = pattern.split(" ");
            byte[] theirs = new byte[numbers.length - 1];
            for (int i = 0; i < theirs.length; i++) {
                theirs[i] = Byte.parseByte(numbers[i + 1]);
            }
            for (int i = Integer.parseInt(numbers[0]); i > 0; i--) {
                languagesOfGroup.add(theirs);
                total += theirs.length;
            }
        }
        String[] groups = texts(data);
        float[] weights = new float[total];
        for (int i = 0; i < total; i++) {
            weights[i] = (float) data.readDouble();
        }
        return new OpenNlpModel(List.of(languages), groups, languagesOfGroup.toArray(byte[][]::new), weights);
    }

    private static String[] texts(DataInputStream data) throws IOException {
        String[] texts = new String[data.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = data.readUTF();
        }
        return texts;
    }
}
