"""First names that are given, in practice, to women only or to men only: they tell which "she" a "she" cannot be.

Names that both bear (Alex, Robin, Kim, Jordan) are left out, and so are unlisted ones: then nothing is known. Nobody is
ever named because of this list; it only keeps "she" from being given to a John.
"""

from typing import Literal

Gender = Literal["f", "m"]

WOMEN = frozenset(
    "Abigail Ada Adele Agnes Aileen Aisha Aisling Alexandra Alice Alison Amanda Amber Amelia Amina Amy Andrea Angela "
    "Anita Ann Anna Anne Annette Anthea Antonia Anya Aoife Asha Audrey Ayesha Barbara Beatrice Becky Belinda "
    "Bernadette Beryl Beth Bethan Bethany Bettina Betty Beverley Bridget Bronwen Caitlin Carla Carmen Carol Carole "
    "Caroline Caron Catherine Catriona Cecilia Celia Ceri Charlotte Cheryl Chloe Christina Christine Ciara Claire "
    "Clara Clare Claudia Constance Cynthia Daisy Daphne Dawn Debbie Deborah Debra Deirdre Denise Diana Diane Dolores "
    "Donna Dora Doreen Doris Dorothy Edith Edna Eileen Elaine Eleanor Elena Elizabeth Ella Ellen Eloise Elsie Elspeth "
    "Emily Emma Erica Erin Esme Esther Ethel Eunice Eva Evelyn Faith Farah Fatima Felicity Fiona Flora Florence "
    "Frances Francesca Freya Gaynor Gemma Georgia Georgina Geraldine Gertrude Gillian Gina Giulia Gladys Glenda "
    "Gloria Grace Gwen Gwendolyn Gwyneth Hannah Harriet Hattie Hazel Heather Heidi Helen Helena Hester Hilary Hilda "
    "Holly Ida Imogen Ingrid Iona Irene Iris Isabel Isabella Isla Isobel Ivy Jacqueline Jacqui Jane Janet Janice "
    "Janine Jasmine Jean Jeanette Jemima Jenna Jennifer Jenny Jessica Jill Jillian Joan Joanna Joanne Josephine Joy "
    "Joyce Judith Julia Julie Juliet June Karen Kate Katharine Katherine Kathleen Kathryn Katie Katrina Keira Kirsten "
    "Kirsty Kristina Laura Lauren Leah Leila Leonora Lillian Lily Linda Lisa Liz Lois Loretta Lorna Lorraine Louisa "
    "Louise Lucinda Lucy Lydia Lynda Lynette Lynne Mabel Madeleine Maggie Maisie Mandy Margaret Maria Mariam Marian "
    "Marianne Marie Marilyn Marjorie Marlene Martha Mary Matilda Maud Maureen Mavis Maxine Megan Mehreen Melanie "
    "Melissa Michelle Mildred Millicent Mina Miranda Miriam Moira Molly Monica Morag Muriel Myra Nadia Nadine Nancy "
    "Naomi Natalie Natasha Niamh Nichola Nicola Nina Nora Norma Odette Olga Olive Olivia Olwen Oonagh Pamela Patricia "
    "Paula Pauline Penelope Penny Petra Philippa Phoebe Phyllis Polly Poppy Priscilla Prudence Rachael Rachel Rebecca "
    "Rhiannon Rhoda Rhona Rita Roberta Rosalind Rose Rosemary Rosie Roslyn Rowena Roxanne Ruby Ruth Sabrina Sadie "
    "Sally Samantha Samina Sandra Sara Sarah Saskia Selina Shabana Sharon Sheila Shelley Shirin Shona Sian Sinead "
    "Sonia Sophia Sophie Stella Stephanie Sue Susan Susannah Suzanne Sybil Sylvia Tabitha Tamara Tamsin Tanya Tara "
    "Teresa Tessa Thelma Theresa Tina Tracey Tracy Ursula Valerie Vanessa Vera Verity Veronica Victoria Viola Violet "
    "Virginia Vivienne Wanda Wendy Wilma Winifred Xanthe Yasmin Yvette Yvonne Zainab Zara Zoe".split()
)
MEN = frozenset(
    "Aaron Abdul Abraham Adam Adrian Ahmed Aidan Alan Alasdair Alastair Albert Alec Alfred Alistair Allan Allen Alun "
    "Amir Andrew Angus Anthony Antony Archibald Archie Arnold Arthur Asif Barnaby Barry Bartholomew Basil Benedict "
    "Benjamin Bernard Bertram Bertrand Bilal Boris Brendan Brian Bruce Bruno Bryan Callum Calum Carl Cedric Charles "
    "Christopher Clarence Clifford Clive Clyde Colin Conor Cormac Craig Crispian Crispin Cuthbert Cyril Damian Daniel "
    "Darren David Dean Declan Denis Dennis Derek Dermot Desmond Diarmuid Dominic Donald Dougal Dougie Douglas Duncan "
    "Dylan Eamonn Edgar Edmund Edward Edwin Elliot Emlyn Eric Ernest Euan Eugene Evan Ewan Fergus Fernando Finlay "
    "Francis Frank Fraser Fred Frederick Gareth Garfield Gavin Geoff Geoffrey George Gerald Gerard Gilbert Giles Glen "
    "Glyn Gordon Graeme Graham Gregory Guy Gwilym Hamish Harold Harry Harvey Hector Henry Herbert Howard Hubert Hugh "
    "Hugo Humphrey Huw Hywel Iain Ian Ibrahim Idris Imran Isaac Ismail Ivan Ivor Jack Jacob Jake Jamal James Jason "
    "Jasper Jeffrey Jeremiah Jeremy Jerome Jim Joe John Jonathan Joseph Joshua Julian Justin Karl Keith Kenneth Kevin "
    "Khalid Kieran Kofi Kwame Lachlan Laurence Lawrence Lee Leo Leofric Leonard Liam Lionel Lloyd Louis Luke Malcolm "
    "Marcus Mario Mark Martin Mathew Matthew Maurice Max Maximilian Melvin Mervyn Michael Mick Mike Miles Mohammad "
    "Mohammed Muhammad Mungo Murdo Mustafa Nathan Nathaniel Neil Neville Nicholas Nick Nigel Noah Noel Norman Oliver "
    "Omar Oscar Oswald Owen Patrick Paul Percy Perry Peter Philip Phillip Piers Quentin Rafael Raj Rajesh Ralph "
    "Ramesh Randolph Raymond Reginald Rhodri Rhys Richard Robert Roderick Rodney Roger Roland Ronald Rory Ross Rupert "
    "Russell Ryan Salman Samuel Sanjay Seamus Sean Sebastian Shane Shaun Sidney Simon Stanley Stefan Stephen Steven "
    "Stewart Stuart Sunil Suresh Tariq Terence Thaddeus Theodore Thomas Timothy Tobias Toby Tom Tony Trevor Tristan "
    "Tyrone Vernon Victor Vijay Vincent Wallace Walter Warren Wayne Wilf Wilfred William Xavier Yusuf Zachary".split()
)


def gender_of(first_name: str) -> Gender | None:
    """Whether `first_name` is given to women only or to men only; None where it may be either or is not listed.

    >>> gender_of("Harriet"), gender_of("Robin")
    ('f', None)
    """
    first_name = first_name.partition("-")[0]
    if first_name in WOMEN:
        return "f"
    return "m" if first_name in MEN else None
